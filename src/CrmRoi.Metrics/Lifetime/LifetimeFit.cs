namespace CrmRoi.Metrics.Lifetime;

/// <summary>Why a lifetime model cannot be fitted. Its name is the key of its text.</summary>
public enum LifetimeRefusal
{
    /// <summary>It can.</summary>
    None,

    /// <summary>There is no customer.</summary>
    NoCustomers,

    /// <summary>Nobody bought twice, so nothing tells how often customers come back.</summary>
    NoRepeatBuyers,

    /// <summary>Fewer than ten customers bought twice: parameters of so few would be noise.</summary>
    TooFewRepeatBuyers,

    /// <summary>All customers are alike, so nothing tells how they differ.</summary>
    NoSpread,

    /// <summary>The likelihood has no highest point within reason: the data do not fit the model.</summary>
    NoMaximum,

    /// <summary>A customer's purchases do not fit together, as one that came before the first.</summary>
    Impossible,
}

/// <summary>A model fitted to data, or why it is not.</summary>
/// <typeparam name="TModel">The kind of model.</typeparam>
/// <param name="Model">The model; none where it is refused.</param>
/// <param name="Refusal">Why it is refused.</param>
/// <param name="LogLikelihood">The natural logarithm of the likelihood at its highest; 0 where it is refused.</param>
public sealed record LifetimeFit<TModel>(TModel? Model, LifetimeRefusal Refusal, double LogLikelihood)
    where TModel : class
{
    /// <summary>The fewest customers who bought twice from whom parameters are taken.</summary>
    internal const int FewestRepeatBuyers = 10;

    internal static LifetimeFit<TModel> Refused(LifetimeRefusal refusal) => new(null, refusal, 0);

    internal static LifetimeFit<TModel> Of(double[]? found, Func<double[], TModel> make, Func<double[], double> cost) =>
        found is null ? Refused(LifetimeRefusal.NoMaximum) : new(make(found), LifetimeRefusal.None, -cost(found));
}

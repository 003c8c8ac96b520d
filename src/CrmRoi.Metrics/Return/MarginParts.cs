using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Metrics.Return;

/// <summary>How the one sales margin is parted among those who claim it: each euro has one owner.</summary>
/// <remarks>
/// The bridge of sales owns all of it. A view (retention, campaign credit, lifetime value) gets a part only by taking it from the bridge.
/// No value of this type holds parts that sum to more than 1: <see cref="TryOf"/> refuses them.
/// </remarks>
public sealed class MarginParts
{
    private readonly Dictionary<BenefitKind, decimal> parts;

    private MarginParts(Dictionary<BenefitKind, decimal> parts) => this.parts = parts;

    /// <summary>All of it is the bridge's.</summary>
    public static MarginParts Whole { get; } = new([]);

    /// <summary>The part of a kind; what no view takes is the bridge's.</summary>
    /// <exception cref="ArgumentException">The kind has nothing to do with the sales margin.</exception>
    public decimal this[BenefitKind kind] => kind switch
    {
        BenefitKind.SalesMargin => 1 - parts.Values.Sum(),
        _ when kind.IsView() => parts.GetValueOrDefault(kind),
        _ => throw new ArgumentException("It is no part of the sales margin.", nameof(kind)),
    };

    /// <summary>Parts the margin, if it can be.</summary>
    /// <param name="asked">What each view asks for.</param>
    /// <returns>The parts; none where one lies below 0, one is no view, one asks twice, or all of them sum to more than 1.</returns>
    public static MarginParts? TryOf(IEnumerable<(BenefitKind View, decimal Part)> asked)
    {
        var parts = new Dictionary<BenefitKind, decimal>();
        foreach (var (view, part) in asked)
        {
            if (!view.IsView() || part < 0 || !parts.TryAdd(view, part))
            {
                return null;
            }
        }

        return parts.Values.Sum() <= 1 ? new(parts) : null;
    }

    /// <summary>Parts the margin among the benefits of one programme, each view getting at most what those before it leave.</summary>
    /// <remarks>Forms refuse more with <see cref="TryOf"/>; what got into a database in another way cannot make two euros of one here either.</remarks>
    public static MarginParts Of(IEnumerable<Benefit> benefits)
    {
        var (parts, left) = (new Dictionary<BenefitKind, decimal>(), 1m);
        foreach (var view in benefits.Where(benefit => benefit.Kind.IsView() && benefit.IsOn).OrderBy(benefit => benefit.Kind))
        {
            var part = Math.Clamp(view.MarginPart, 0, left);
            if (parts.TryAdd(view.Kind, part))
            {
                left -= part;
            }
        }

        return new(parts);
    }
}

namespace CrmRoi.Metrics.Attribution;

/// <summary>How sales are credited to campaigns. Stored by its number: new ones go to the end.</summary>
public enum AttributionModel
{
    /// <summary><see cref="Attribution.FirstTouch"/>.</summary>
    First,

    /// <summary><see cref="Attribution.LastTouch"/>.</summary>
    Last,

    /// <summary><see cref="Attribution.Linear"/>.</summary>
    Linear,

    /// <summary><see cref="PositionBased"/>.</summary>
    Position,

    /// <summary><see cref="TimeDecay"/>, by its default half-life.</summary>
    Decay,

    /// <summary><see cref="Attribution.ViewThrough"/>.</summary>
    ViewThrough,

    /// <summary><see cref="Attribution.Markov"/>: of all journeys together, so no single sale has credits of its own.</summary>
    Markov,
}

/// <summary>Which models and windows there are.</summary>
public static class AttributionModels
{
    /// <summary>The model where none is chosen: it assumes nothing about which touch mattered more.</summary>
    public const AttributionModel Default = AttributionModel.Linear;

    /// <summary>The window where none is chosen, in days: long enough for a business sale, short enough that a campaign was not forgotten.</summary>
    public const int DefaultWindow = 180;

    /// <summary>The windows that are kept: how many days before the day a deal closed a touch may lie, shortest first.</summary>
    public static readonly IReadOnlyList<int> Windows = [30, 90, 180, 365];

    /// <summary>Every model, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<AttributionModel> All = Enum.GetValues<AttributionModel>();

    /// <summary>The models that credit each sale by its own touches.</summary>
    public static readonly IReadOnlyDictionary<AttributionModel, CreditRule> Rules = new Dictionary<AttributionModel, CreditRule>
    {
        [AttributionModel.First] = new FirstTouch(),
        [AttributionModel.Last] = new LastTouch(),
        [AttributionModel.Linear] = new Linear(),
        [AttributionModel.Position] = new PositionBased(),
        [AttributionModel.Decay] = new TimeDecay(),
        [AttributionModel.ViewThrough] = new ViewThrough(),
    };

    /// <summary>What a model is called in links and on the command line.</summary>
    public static string KeyOf(AttributionModel model) => model == AttributionModel.ViewThrough ? "view" : model.ToString().ToLowerInvariant();

    /// <summary>The model with that key.</summary>
    /// <returns>None when there is none.</returns>
    public static AttributionModel? Find(string? key) => All.Where(model => KeyOf(model) == key).Select(model => (AttributionModel?)model).FirstOrDefault();
}

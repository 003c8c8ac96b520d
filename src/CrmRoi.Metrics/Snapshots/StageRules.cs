namespace CrmRoi.Metrics.Snapshots;

/// <summary>What being in a stage means for a deal.</summary>
public enum StageKind
{
    /// <summary>It is being worked on.</summary>
    Open,

    /// <summary>It is won.</summary>
    Won,

    /// <summary>It is lost.</summary>
    Lost,

    /// <summary>Nothing: the deal counts as still in the stage before.</summary>
    Ignored,
}

/// <summary>What a stage of a source means.</summary>
/// <param name="Name">The stage in the source's words, as the records have it.</param>
/// <param name="Standard">What it is called here; several spellings of one stage share it.</param>
/// <param name="Order">Its place on the way to a decision, from 1; none where it has none, and then nothing is before or after it.</param>
/// <param name="Kind">What being in it means.</param>
public sealed record StageRule(string Name, string Standard, int? Order, StageKind Kind);

/// <summary>What the stages of all sources mean. A stage of which nobody said anything is open, called what it is, and has no place.</summary>
public sealed class StageRules
{
    private readonly Dictionary<string, StageRule> rules;

    /// <summary>Knows these rules; names are compared without regard to case or the blanks around them.</summary>
    public StageRules(IEnumerable<StageRule> rules) => this.rules = rules
        .GroupBy(rule => rule.Name.Trim(), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Nobody said anything.</summary>
    public static StageRules None { get; } = new([]);

    /// <summary>What a stage means.</summary>
    public StageRule Of(string name) => rules.TryGetValue(name.Trim(), out var rule) ? rule : new(name.Trim(), name.Trim(), null, StageKind.Open);
}

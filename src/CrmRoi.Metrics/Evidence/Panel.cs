namespace CrmRoi.Metrics.Evidence;

/// <summary>One unit of a panel: a team, a city.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Outcomes">Its outcome in each period.</param>
/// <param name="TreatedFrom">The first period with the treatment, from 0; none for a unit that never has it.</param>
public sealed record PanelUnit(string Name, IReadOnlyList<double> Outcomes, int? TreatedFrom);

/// <summary>Units whose outcomes are known in the same periods.</summary>
public sealed record Panel
{
    /// <summary>Holds these units.</summary>
    /// <exception cref="ArgumentException">There are none, or they have not all the same periods.</exception>
    public Panel(IEnumerable<PanelUnit> units)
    {
        Units = [.. units.Select(unit => unit.TreatedFrom >= unit.Outcomes.Count ? unit with { TreatedFrom = null } : unit)];
        if (Units.Count == 0 || Units.Any(unit => unit.Outcomes.Count != Units[0].Outcomes.Count))
        {
            throw new ArgumentException("Every unit needs an outcome in every period.", nameof(units));
        }
    }

    /// <summary>The units; one treated only after the last period counts as never treated.</summary>
    public IReadOnlyList<PanelUnit> Units { get; }

    /// <summary>How many periods there are.</summary>
    public int Periods => Units[0].Outcomes.Count;
}

/// <summary>What a method for panels says, and how far it carries.</summary>
/// <param name="Verdict">What the evidence carries.</param>
/// <param name="Reasons">Why no more; cautions among them where it is supported.</param>
public sealed record PanelVerdict(EvidenceVerdict Verdict, IReadOnlyList<EvidenceReason> Reasons);

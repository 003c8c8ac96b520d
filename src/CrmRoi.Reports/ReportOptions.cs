namespace CrmRoi.Reports;

/// <summary>A part of the report that can be left out; cover and contents always stand. Its name is the key of its heading.</summary>
public enum ReportSection
{
    /// <summary>The four numbers that matter and one chart.</summary>
    Summary,

    /// <summary>What was spent.</summary>
    Costs,

    /// <summary>What was gained, each benefit with its metric, its method and its verdict.</summary>
    Benefits,

    /// <summary>What the change in margin is made of, and how gain becomes net benefit.</summary>
    Bridge,

    /// <summary>ROI by every convention, present value, rates of return, paybacks.</summary>
    Return,

    /// <summary>Money by month and fiscal year.</summary>
    CashFlow,

    /// <summary>The worst, likely and best case, and what matters most.</summary>
    Scenarios,

    /// <summary>Metrics before and after.</summary>
    Metrics,

    /// <summary>What is assumed, by whom, and what the CFO says of it.</summary>
    Assumptions,

    /// <summary>What to bear in mind before quoting a figure.</summary>
    Cautions,

    /// <summary>Where the figures come from and how complete they are.</summary>
    Data,

    /// <summary>How the figures are reckoned, on one page.</summary>
    Method,

    /// <summary>Filter, compared months, definitions of metrics.</summary>
    Definitions,

    /// <summary>What words mean.</summary>
    Glossary,
}

/// <summary>What a report shows and how it looks, apart from what it says.</summary>
public sealed record ReportOptions
{
    /// <summary>Every section.</summary>
    public static readonly IReadOnlySet<ReportSection> AllSections = Enum.GetValues<ReportSection>().ToHashSet();

    /// <summary>The sections that stand in it, always in the order of <see cref="ReportSection"/>.</summary>
    public IReadOnlySet<ReportSection> Sections { get; init; } = AllSections;

    /// <summary>The company's logo and colours.</summary>
    public ReportBrand Brand { get; init; } = ReportBrand.None;
}

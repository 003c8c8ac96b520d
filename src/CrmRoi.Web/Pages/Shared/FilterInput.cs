using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>Which programme, months and part of the business an address asks for. Every page with figures takes the same.</summary>
public sealed class FilterInput
{
    private const int MostMonths = 600;

    // What is compared with an earlier period, unless months are asked for.
    private const int MonthsOfPeriod = 12;

    /// <summary>The dimensions that the chips offer.</summary>
    public static readonly IReadOnlyList<Dimensions> Offered = [Dimensions.Team, Dimensions.Rep, Dimensions.Region, Dimensions.Segment, Dimensions.Channel];

    public string? Programme { get; set; }

    /// <summary>The first month, as yyyy-MM.</summary>
    public string? From { get; set; }

    /// <summary>The last month, as yyyy-MM.</summary>
    public string? To { get; set; }

    public string? Team { get; set; }

    public string? Rep { get; set; }

    public string? Region { get; set; }

    public string? Segment { get; set; }

    public string? Channel { get; set; }

    /// <summary>With what the months are compared: baseline, previous or last-year.</summary>
    public string? Compare { get; set; }

    /// <summary>What a comparison is called in an address.</summary>
    public static readonly IReadOnlyList<(ComparedWith With, string Name)> Comparisons =
        [(ComparedWith.Baseline, "baseline"), (ComparedWith.PreviousPeriod, "previous"), (ComparedWith.LastYear, "last-year")];

    /// <summary>What is asked for, or none when a name is unknown or a month is not one.</summary>
    public Selection? Read(Figures figures)
    {
        var programme = Programme is null
            ? figures.Programmes is [var first, ..] ? first : null
            : figures.Programmes.FirstOrDefault(known => string.Equals(known.Name, Programme, StringComparison.OrdinalIgnoreCase));
        return (Programme is null || programme is not null) && ReadCompared() is { } with
            && ReadFilter(figures) is { } filter && ReadWindow(figures, programme, with) is { } window
                ? new(programme, window, filter) { With = with }
                : null;
    }

    private ComparedWith? ReadCompared() => string.IsNullOrEmpty(Compare)
        ? ComparedWith.Baseline
        : Comparisons.Where(known => known.Name == Compare).Select(known => (ComparedWith?)known.With).FirstOrDefault();

    /// <summary>The member that is asked for.</summary>
    public string? Of(Dimensions dimension) => dimension switch
    {
        Dimensions.Team => Team,
        Dimensions.Rep => Rep,
        Dimensions.Region => Region,
        Dimensions.Segment => Segment,
        Dimensions.Channel => Channel,
        _ => null,
    };

    /// <summary>What a link to another page carries on.</summary>
    public Dictionary<string, string> ToRoute()
    {
        var values = new Dictionary<string, string?>
        {
            ["programme"] = Programme,
            ["from"] = From,
            ["to"] = To,
            ["team"] = Team,
            ["rep"] = Rep,
            ["region"] = Region,
            ["segment"] = Segment,
            ["channel"] = Channel,
            ["compare"] = Compare,
        };
        return values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);
    }

    private Filter? ReadFilter(Figures figures)
    {
        var filter = Filter.None;
        foreach (var dimension in Offered)
        {
            if (Of(dimension) is { } member)
            {
                if (!figures.MembersOf(dimension).Contains(member))
                {
                    return null;
                }

                filter = filter.With(dimension, member);
            }
        }

        return filter;
    }

    private Window? ReadWindow(Figures figures, Programme? programme, ComparedWith with)
    {
        var (last, first) = (figures.Cube.LastFullMonth, default(Month));
        if ((To is not null && !TryRead(To, out last)) || (From is not null && !TryRead(From, out first)))
        {
            return null;
        }

        var window = new Window(From is null ? Month.Min(with == ComparedWith.Baseline ? FirstOf(figures.Cube, programme) : last.Plus(1 - MonthsOfPeriod), last) : first, last);
        return window.Length is > 0 and <= MostMonths ? window : null;
    }

    // Unless asked otherwise from the first month of the baseline, where anything is known of it.
    private static Month FirstOf(SnapshotCube cube, Programme? programme)
    {
        var from = cube.Horizon.IsEmpty ? cube.LastFullMonth : cube.Horizon.From;
        var goLive = programme?.FirstGoLive() ?? default;
        var first = goLive.IsKnown ? Month.Max(from, goLive.Plus(-Math.Min(programme!.BaselineMonths, goLive.Index))) : from;
        return Month.Max(first, cube.LastFullMonth.Plus(1 - MostMonths));
    }

    private static bool TryRead(string text, out Month month) => Month.TryParse(text, out month) && month.Year is >= 1900 and < 2200;
}

/// <summary>What a page shows.</summary>
/// <param name="Programme">The programme; none when there is none yet.</param>
/// <param name="Window">The months.</param>
/// <param name="Filter">The part of the business.</param>
public sealed record Selection(Programme? Programme, Window Window, Filter Filter)
{
    /// <summary>With what the months are compared.</summary>
    public ComparedWith With { get; init; }
}

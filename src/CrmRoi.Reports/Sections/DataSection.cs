using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;

namespace CrmRoi.Reports.Sections;

/// <summary>Where the figures come from: records or somebody's entry, how complete, how fine.</summary>
internal static class DataSection
{
    private const int MostTeamsNamed = 8;

    public static void Write(ReportPages pages)
    {
        var (cube, text) = (pages.Input.Cube, pages.Text);
        var section = pages.SectionBelow("data", 260);
        pages.Body(section, cube.Horizon.IsEmpty
            ? text["data.none"]
            : text.Of("data.lead", pages.Period(cube.Horizon), pages.Formats.Date(cube.AsOf), pages.MonthShort(cube.LastFullMonth), pages.Formats.Version(pages.Input.DataVersion)));
        if (!pages.IsBrief)
        {
            Sources(pages, section);
            Refused(pages, section);
        }

        Entered(pages, section);
    }

    /// <summary>Whether before and after were not compared, or one of them is not known.</summary>
    public static bool IsRefused(Comparison comparison) => comparison.Verdict is Verdict.NotComparable or Verdict.Undefined;

    private static void Refused(ReportPages pages, StructureElement section)
    {
        var refused = pages.Input.Summary.Comparisons.Where(IsRefused).ToList();
        pages.Sub(section, pages.Text["data.refused"]);
        if (refused.Count == 0)
        {
            pages.Body(section, pages.Text["data.refused.none"]);
            return;
        }

        var table = new ReportTable(new(pages.Text["column.metric"], 1), new(pages.Text["column.reason"], 2.4));
        refused.ForEach(comparison => table.Add(pages.Words.Name(comparison.Metric), pages.Words.Of(comparison.Reason)));
        pages.Table(section, table);
    }

    private static void Sources(ReportPages pages, StructureElement section)
    {
        var text = pages.Text;
        var table = new ReportTable(
            new(text["column.metric"], 1.2), new(text["column.source-before"], 1.4), new(text["column.source-after"], 1.4), new(text["column.completeness"]));
        foreach (var comparison in pages.Input.Summary.Comparisons)
        {
            var (before, after) = (comparison.ProvenanceBefore, comparison.ProvenanceAfter);
            table.Add(
                pages.Words.Name(comparison.Metric), Source(pages, before), Source(pages, after),
                before.IsUnknown && after.IsUnknown ? Formats.Undefined : pages.Formats.Share(Math.Min(Completeness(before), Completeness(after)), 0));
        }

        if (!table.IsEmpty)
        {
            pages.Sub(section, text["data.sources"]);
            pages.Table(section, table);
        }
    }

    private static decimal Completeness(Provenance provenance) => provenance.IsUnknown ? 1 : provenance.Completeness;

    private static string Source(ReportPages pages, Provenance provenance)
    {
        (string Key, int Months)[] parts =
        [
            ("source.recorded", provenance.Recorded), ("source.entered", provenance.Entered), ("source.spread", provenance.Spread), ("source.missing", provenance.Missing),
        ];
        var said = parts.Where(part => part.Months > 0).Select(part => pages.Text.Of(part.Key, part.Months)).ToList();
        return said.Count == 0 ? Formats.Undefined : string.Join(", ", said);
    }

    /// <summary>Entries of one measure and source in one row, because a row for each month and team would bury them.</summary>
    private static void Entered(ReportPages pages, StructureElement section)
    {
        var (text, entered) = (pages.Text, pages.Input.Cube.Entered);
        pages.Sub(section, text["data.entered"]);
        if (entered.Count == 0)
        {
            pages.Body(section, text["data.entered.none"]);
            return;
        }

        var table = new ReportTable(
            new(text["column.measure"], 1.6), new(text["column.period"], 1.5), new(text["column.source"], 1.3), new(text["column.entries"]), new(text["column.sum"]), new(text["column.completeness"]));
        var groups = entered.GroupBy(figure => (figure.Measure, figure.SourceNote, figure.Completeness, figure.IsComparable));
        foreach (var group in groups.OrderBy(group => group.Key.Measure, StringComparer.Ordinal).ThenBy(group => group.Key.SourceNote, StringComparer.Ordinal))
        {
            var spread = group.Count(figure => figure.IsSpread);
            table.Add(
                new ReportCell(Measure(pages, group.Key.Measure), Teams(pages, group)),
                new ReportCell(pages.Period(new(group.Min(figure => figure.Period.From), group.Max(figure => figure.Period.To))), spread > 0 ? text.Of("data.spread", spread) : null),
                new ReportCell(group.Key.SourceNote, text[group.Key.IsComparable ? "data.comparable" : "data.not-comparable"]),
                pages.Formats.Count(group.Count()), Sum(pages, group.Key.Measure, group.Sum(figure => figure.Value)), pages.Formats.Share(group.Key.Completeness, 0));
        }

        pages.Table(section, table, text["data.entered.note"]);
    }

    private static string Teams(ReportPages pages, IEnumerable<EnteredFigure> figures)
    {
        var teams = figures.Select(figure => figure.Team).Distinct().Select(team => BenefitSection.NameOf(pages, team)).Order(StringComparer.Ordinal).ToList();
        return teams.Count <= MostTeamsNamed ? string.Join(", ", teams) : pages.Text.Of("data.teams", teams.Count);
    }

    private static string Measure(ReportPages pages, string key) =>
        Metrics.Snapshots.Measure.Find(key) is { } measure ? pages.Words.Name(measure) : key == EnteredFigure.CostOfGoodsKey ? pages.Text["data.cost-of-goods"] : key;

    private static string Sum(ReportPages pages, string key, decimal sum) =>
        Metrics.Snapshots.Measure.Find(key) is { IsMoney: false } ? pages.Formats.Count(sum, sum == decimal.Truncate(sum) ? 0 : 1) : pages.Money(sum);
}

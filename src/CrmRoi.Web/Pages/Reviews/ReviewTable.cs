using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Metrics;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Reviews;

/// <summary>A figure of a review as it is written, beside another review's and what it would be today.</summary>
/// <param name="Key">The metric's key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Frozen">What was frozen.</param>
/// <param name="Other">The other review's; none without one.</param>
/// <param name="Difference">By how much this one is more.</param>
/// <param name="Now">What it is by the data of today; none where it is not restated.</param>
/// <param name="Restated">By how much that is more.</param>
public sealed record FigureRow(string Key, string Name, string Frozen, string? Other, string? Difference, string? Now, string? Restated);

/// <summary>A metric of a review, before and after.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Frozen">What was frozen.</param>
/// <param name="Before">The value before, with what it rests on.</param>
/// <param name="After">The value after.</param>
/// <param name="Found">What was found, with the kind of its pill.</param>
public sealed record MetricRow(string Metric, FrozenComparison Frozen, (string Value, string? Of, string? Now) Before, (string Value, string? Of, string? Now) After, (string Kind, string Text) Found, string? OtherAfter);

/// <summary>Writes the figures of reviews as the reader does.</summary>
public sealed class ReviewTable(Formats formats, DomainText words, IStringLocalizer<ReviewTexts> texts)
{
    /// <summary>The figures of the return.</summary>
    public IReadOnlyList<FigureRow> Return(FrozenReview review, FrozenReview? other, Restatement? restated) =>
    [
        .. review.Figures.Return.Select(figure => (Figure: figure, Metric: MetricOf(figure.Key))).Where(row => row.Metric is not null).Select(row =>
        {
            var (currency, metric) = (review.Inputs.Programme.Currency, row.Metric!);
            var (was, now) = (row.Figure.Value, restated?.Of(row.Figure.Key));
            var compared = other?.Figures[row.Figure.Key];
            return new FigureRow(
                row.Figure.Key, Name(row.Figure.Key, metric, review), Value(metric, was, currency),
                other is null ? null : Value(metric, compared, other.Inputs.Programme.Currency),
                other is null ? null : Difference(metric, was - compared, currency),
                now is null ? null : Value(metric, now.Is, currency), now is null ? null : Difference(metric, now.Difference, currency));
        }),
    ];

    /// <summary>The metrics before and after that have any value.</summary>
    public IReadOnlyList<MetricRow> Metrics(FrozenReview review, FrozenReview? other, Restatement? restated) =>
    [
        .. review.Figures.Metrics.Where(row => row.Before.Value is not null || row.After.Value is not null)
            .Select(row => (Row: row, Metric: MetricOf(row.Key))).Where(row => row.Metric is not null)
            .Select(row => RowOf(row.Row, row.Metric!, review, other, restated)),
    ];

    private MetricRow RowOf(FrozenComparison row, Metric metric, FrozenReview review, FrozenReview? other, Restatement? restated)
    {
        var currency = review.Inputs.Programme.Currency;
        var compared = other?.Figures.Metrics.FirstOrDefault(each => each.Key == row.Key);
        var shown = new Comparison
        {
            Metric = metric,
            Before = row.Before,
            After = row.After,
            Verdict = row.Verdict,
            Reason = row.Reason,
            ProvenanceBefore = new(0, 0, 0, 0, 1, true),
            ProvenanceAfter = new(0, 0, 0, 0, 1, true),
        };
        var written = new MetricFormats(formats, words, currency);
        return new(
            NameOf(row.Key, metric, review), row, Side(row.Before, FigureSide.Before), Side(row.After, FigureSide.After),
            (MetricCharts.PillOf(shown), words.Found(shown)), other is null ? null : Value(metric, compared?.After.Value, currency));

        (string, string?, string?) Side(Reading reading, FigureSide side) => (
            Value(metric, reading.Value, currency), reading.Value is null ? null : written.Denominator(shown, reading),
            restated?.Of(row.Key, side) is { } now ? Value(metric, now.Is, currency) : null);
    }

    private static Metric? MetricOf(string key) => MetricCatalogue.TryFind(key is "roi-low" or "roi-high" ? "roi" : key, out var metric) ? metric : null;

    private string Name(string key, Metric metric, FrozenReview review) => key switch
    {
        "roi-low" => texts["{0}, low end of its interval", words.Name(metric)],
        "roi-high" => texts["{0}, high end of its interval", words.Name(metric)],
        _ => NameOf(key, metric, review),
    };

    // A metric that is called otherwise today is called as it was, in the language of the catalogue.
    private string NameOf(string key, Metric metric, FrozenReview review) =>
        review.Definitions.FirstOrDefault(definition => definition.Key == key) is { } then && then.Name != metric.Name ? then.Name : words.Name(metric);

    private string Value(Metric metric, decimal? value, string currency) => new MetricFormats(formats, words, currency).Value(metric, value);

    private string Difference(Metric metric, decimal? value, string currency) => metric.Unit switch
    {
        Unit.Share => formats.Points(value),
        Unit.Money => (value > 0 ? "+" : "") + formats.Money(value, currency),
        Unit.Month or Unit.Months => value is null ? Formats.Undefined : (value > 0 ? "+" : "") + formats.Months((int)value),
        _ => formats.WithSign(value, 2),
    };
}

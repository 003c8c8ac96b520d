using System.Globalization;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Reports;

/// <summary>Whether the CRM has paid, in one sentence, and the figure in it that the sentence rests on.</summary>
/// <param name="Text">The whole sentence.</param>
/// <param name="Figure">The part of it to be emphasised, as it stands in <paramref name="Text"/>; none where there is no figure.</param>
public sealed record VerdictSentence(string Text, string? Figure)
{
    /// <summary>The sentence in three parts: before the figure, the figure, and after it. The last two are empty where there is none.</summary>
    public (string Before, string Figure, string After) Parts
    {
        get
        {
            var at = Figure is { Length: > 0 } figure ? Text.IndexOf(figure, StringComparison.Ordinal) : -1;
            return at < 0 ? (Text, "", "") : (Text[..at], Figure!, Text[(at + Figure!.Length)..]);
        }
    }

    /// <summary>What is to be said of a programme.</summary>
    public static VerdictSentence Of(ProgrammeSummary summary, CultureInfo culture)
    {
        var (result, currency) = (summary.Return, summary.Programme.Currency);
        var (text, formats, words) = (new ReportText(culture), new Formats(culture), new DomainText(culture));
        var spent = formats.MoneyShort(result.Cost.Total, currency);
        if (result.Verdict == ReturnVerdict.NotKnown || result.Gain is not { } gain)
        {
            var reasons = string.Join("; ", result.Reasons.Select(words.Of));
            return result.Cost.Total == 0 ? new(text.Of("verdict.unknown", reasons), null) : new(text.Of("verdict.unknown.spent", reasons, spent), spent);
        }

        if (result.IsAdjusted && result.Drawn is { Roi: { Low: { } low, High: { } high } } drawn)
        {
            return OfEstimate(text, formats, result, drawn, low, high);
        }

        if (gain < 0)
        {
            var lost = formats.MoneyShort(-gain, currency);
            return new(text.Of("verdict.lost", lost, spent), lost);
        }

        // Where the currency has no small coin, a figure for each single unit would be rounded away.
        var unit = CurrencyStyle.DecimalsOf(currency) == 0 ? 100 : 1;
        var (back, each) = (formats.Money(result.Multiple * unit, currency), formats.Money(unit, currency));
        return result.Verdict == ReturnVerdict.Paid
            ? new(text.Of("verdict.paid", back, each, formats.Month(result.BreakEven?.FirstDay)), back)
            : new(text.Of("verdict.not-yet", back, each, formats.MoneyShort(-result.NetBenefit, currency)), back);
    }

    // With an interval the sentence says no more than the interval does.
    private static VerdictSentence OfEstimate(ReportText text, Formats formats, ProgrammeReturn result, MonteCarloResult drawn, double low, double high)
    {
        var roi = text.Of("verdict.roi", formats.Percent(result.Roi), formats.Count((decimal)low), formats.Count((decimal)high));
        var key = low >= 0 ? "verdict.sure" : high < 0 ? "verdict.surely-not" : "verdict.open";
        return new(text.Of(key, roi, Chance(formats, drawn.ProbabilityPaid)), roi);
    }

    /// <summary>A probability as it is quoted: never as certain as 0 or 100 %.</summary>
    public static string Chance(Formats formats, double probability) => probability switch
    {
        > 0.995 => $"> {formats.Share(0.99m, 0)}",
        < 0.005 => $"< {formats.Share(0.01m, 0)}",
        _ => formats.Share((decimal)probability, 0),
    };
}

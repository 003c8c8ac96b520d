namespace CrmRoi.Reports.Sections;

/// <summary>What was left out, and what to bear in mind before quoting a figure.</summary>
internal static class CautionSection
{
    public static void Write(ReportPages pages)
    {
        var (summary, text, words) = (pages.Input.Summary, pages.Text, pages.Words);
        var result = summary.Return;
        var section = pages.SectionBelow("cautions", 230);
        pages.Body(section, text["cautions.lead"]);
        var items = result.Reasons.Concat(result.Cautions).Distinct().Select(reason => Sentence(words.Of(reason))).ToList();
        items.AddRange(result.SalesGain.LeftOut.Select(team => text.Of("cautions.team", BenefitSection.NameOf(pages, team.Team), words.Of(team.Reason))));
        items.AddRange(summary.Windows.LeftOut.Where(team => team.GoLive.IsKnown).Select(team => text.Of("cautions.window", BenefitSection.NameOf(pages, team.Team), pages.MonthShort(team.GoLive))));
        if (summary.Comparisons.Count(DataSection.IsRefused) is var refused and > 0 && !pages.IsBrief)
        {
            items.Add(text.Of("cautions.refused", pages.Formats.Count(refused)));
        }

        if (result.Cost.Lines.Count(line => line.IsStillToCome) is var coming and > 0)
        {
            items.Add(text.Of("cautions.to-come", pages.Formats.Count(coming)));
        }

        if (result.SalesGain.Completeness < 1)
        {
            items.Add(text.Of("cautions.completeness", pages.Formats.Share(result.SalesGain.Completeness, 0)));
        }

        if (result.Programme.MarginRate is { } rate)
        {
            items.Add(text.Of("cautions.margin-rate", pages.Formats.Share(rate), result.Programme.MarginRateReason ?? Formats.Undefined));
        }

        items.Add(text["cautions.roi"]);
        pages.Bullets(section, items);
    }

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..] + (words.EndsWith('.') ? "" : ".");
}

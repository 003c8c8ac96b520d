using System.Globalization;
using System.Net;
using System.Text;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Reports;
using CrmRoi.Web.Pages.Reports;
using CrmRoi.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Sending;

/// <summary>Writes what is sent: in the reader's language, and only what the reader may see.</summary>
public sealed class MailWriter(IStringLocalizer<MailTexts> texts, TimeProvider time)
{
    private const int LongestSubject = 400;

    /// <summary>A report or digest for a reader.</summary>
    public MailMessage Write(MailKind kind, Figures figures, Programme programme, CompanyLook? look, Reader reader) => InLanguage(reader, () =>
    {
        var summary = figures.SummaryOf(programme, Filter.None);
        var isReport = kind == MailKind.Report;
        var lines = LinesOf(summary, reader.Culture);
        var message = MessageOf(kind, programme, reader, texts[isReport ? "{0}: the ROI report" : "{0}: the key figures", programme.Name], VerdictSentence.Of(summary, reader.Culture).Text, lines);
        if (isReport)
        {
            message.FileName = $"roi-report-{summary.LastMonth}.pdf";
            message.File = WholeReport.Write(figures, summary, look, message.WrittenAt, reader.Name, reader.SeesCosts, reader.Culture);
        }

        return message;
    });

    /// <summary>That a review has to be made.</summary>
    public MailMessage Remind(Programme programme, DueReview due, Reader reader) => InLanguage(reader, () =>
    {
        var formats = new Formats(reader.Culture);
        var sentence = texts[
            due.Standing == ReviewStanding.Overdue ? "The review to the end of {0} was due on {1}." : "The review to the end of {0} is due by {1}.",
            formats.Month(due.Until.FirstDay), formats.Date(due.DueOn)];
        return MessageOf(MailKind.ReviewReminder, programme, reader, texts["{0}: a review has to be made", programme.Name], sentence, []);
    });

    private MailMessage MessageOf(MailKind kind, Programme programme, Reader reader, string subject, string sentence, List<(string Name, string Value)> lines)
    {
        var greeting = texts["Dear {0},", reader.Name];
        var footer = texts["CrmRoi sent this by a schedule of the administration. An administrator can stop it."];
        var text = new StringBuilder().AppendLine(greeting).AppendLine().AppendLine(sentence).AppendLine();
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"").Append(reader.Culture.TwoLetterISOLanguageName).Append("\"><body style=\"font-family:sans-serif;color:#101828\"><p>")
            .Append(Encoded(greeting)).Append("</p><p><strong>").Append(Encoded(sentence)).Append("</strong></p>");
        if (lines.Count > 0)
        {
            html.Append("<table cellpadding=\"6\">");
            foreach (var (name, value) in lines)
            {
                text.Append(name).Append(": ").AppendLine(value);
                html.Append("<tr><th scope=\"row\" align=\"left\">").Append(Encoded(name)).Append("</th><td align=\"right\">").Append(Encoded(value)).Append("</td></tr>");
            }

            text.AppendLine();
            html.Append("</table>");
        }

        text.AppendLine(footer);
        html.Append("<p style=\"color:#5b6678\">").Append(Encoded(footer)).Append("</p></body></html>");
        var now = time.GetUtcNow();
        return new()
        {
            Programme = programme.Name,
            Kind = kind,
            To = reader.Address,
            Name = reader.Name,
            Subject = OneLine(subject),
            Text = text.ToString(),
            Html = html.ToString(),
            WrittenAt = now,
            NextAt = now,
        };
    }

    private List<(string, string)> LinesOf(ProgrammeSummary summary, CultureInfo culture)
    {
        var (result, currency) = (summary.Return, summary.Programme.Currency);
        var (formats, words) = (new Formats(culture), new DomainText(culture));
        var written = new MetricFormats(formats, words, currency);
        return
        [
            (texts["Return on investment"], formats.Percent(result.Roi)),
            (texts["Net benefit"], formats.Money(result.NetBenefit, currency)),
            (texts["Payback"], formats.Months(result.PaybackFromCost)),
            (texts["Probability that it paid"], formats.Share((decimal?)result.Drawn?.ProbabilityPaid, 0)),
            .. summary.Comparisons.Select(comparison => (words.Name(comparison.Metric), texts["{0} before, {1} after: {2}", written.Value(comparison.Metric, comparison.Before.Value), written.Value(comparison.Metric, comparison.After.Value), words.Found(comparison)].Value)),
        ];
    }

    // Texts are found by the culture of whoever runs, and that is a job here.
    private static T InLanguage<T>(Reader reader, Func<T> write)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (reader.Culture, reader.Culture);
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    // A line break in a subject would begin another header.
    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestSubject ? line[..LongestSubject] : line;
    }
}

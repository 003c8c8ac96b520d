using CrmRoi.Metrics.Comparing;
using CrmRoi.Pdf;
using static CrmRoi.Reports.Tests.ReportExample;

namespace CrmRoi.Reports.Tests;

public sealed class ReportTests
{
    [Fact]
    public void Equal_input_makes_equal_bytes()
    {
        RoiReport.Write(Input(), British).Should().Equal(RoiReport.Write(Input(), British));
    }

    [ReportFactWithTool("qpdf")]
    public void Qpdf_finds_no_error_on_either_paper_in_either_language()
    {
        foreach (var (size, culture) in new[] { (PageSize.A4, British), (PageSize.Letter, German) })
        {
            var (exit, output, errors) = ReportTool.Run("qpdf", RoiReport.Write(Input() with { Size = size }, culture), path => ["--check", path]);

            exit.Should().Be(0, output + errors);
        }
    }

    [ReportFactWithTool("pdftotext")]
    public void Every_figure_of_the_return_stands_in_it_as_formats_write_it()
    {
        var (result, formats) = (Input().Summary.Return, new Formats(British));

        var text = ReportTool.TextOf(RoiReport.Write(Input(), British));

        string[] figures =
        [
            formats.Percent(result.Roi), formats.Percent(result.Roi, 1), formats.Money(result.Gain, "EUR"), formats.Money(result.Cost.Total, "EUR"),
            formats.Money(result.NetBenefit, "EUR"), formats.Money(result.Npv, "EUR"), formats.Count(result.Multiple, 2), formats.Months(result.PaybackFromCost),
            formats.Months(result.PaybackFromGoLive), formats.Money(result.Cost.OverHorizon, "EUR"), formats.Points(result.BreakEvenUplift),
            formats.MonthShort(result.BreakEven?.FirstDay),
        ];
        figures.Should().NotContain(Formats.Undefined);
        figures.Should().AllSatisfy(figure => text.Should().Contain(ReportTool.Squeeze(figure)));
    }

    [ReportFactWithTool("pdftotext")]
    public void Every_compared_value_and_its_change_stand_in_it()
    {
        var figures = new MetricFormats(new Formats(British), new DomainText(British), "EUR");

        var text = ReportTool.TextOf(RoiReport.Write(Input(), British));

        Input().Summary.Comparisons.Should().NotBeEmpty().And.AllSatisfy(comparison =>
        {
            text.Should().Contain(ReportTool.Squeeze(figures.Value(comparison.Metric, comparison.Before.Value)));
            text.Should().Contain(ReportTool.Squeeze(figures.Value(comparison.Metric, comparison.After.Value)));
            text.Should().Contain(comparison.Verdict is Verdict.NotComparable or Verdict.Undefined ? "not compared" : ReportTool.Squeeze(figures.Change(comparison)));
        });
    }

    [ReportFactWithTool("pdftotext")]
    public void Every_month_of_the_cash_flow_stands_in_it_with_its_cumulative_sum()
    {
        var formats = new Formats(British);

        var text = ReportTool.TextOf(RoiReport.Write(Input(), British));

        Input().Summary.Return.Cumulative.Should().HaveCountGreaterThan(12).And.AllSatisfy(each =>
            text.Should().MatchRegex($"{formats.MonthShort(each.Month.FirstDay)} [^a-z]*{System.Text.RegularExpressions.Regex.Escape(ReportTool.Squeeze(formats.Money(each.Amount, "EUR")))}"));
    }

    [ReportFactWithTool("pdftotext")]
    public void It_says_plainly_that_it_is_not_adjusted()
    {
        ReportTool.TextOf(RoiReport.Write(Input(), British)).Should().Contain("Before/after, not yet adjusted for trend and season");
        ReportTool.TextOf(RoiReport.Write(Input(), German)).Should().Contain("Vorher/nachher, noch nicht um Trend und Saison bereinigt");
    }

    [ReportFactWithTool("pdftotext")]
    public void Single_costs_are_left_out_for_readers_who_may_not_see_them()
    {
        var whole = ReportTool.TextOf(RoiReport.Write(Input(), British));
        var totals = ReportTool.TextOf(RoiReport.Write(Input() with { HasCostLines = false }, British));

        whole.Should().Contain("Training for Hamburg and Bremen");
        totals.Should().NotContain("Training for Hamburg and Bremen").And.Contain("only administrators and the CFO see them");
    }

    [ReportFactWithTool("pdftotext")]
    public void German_is_written_as_germans_write_it()
    {
        var result = Input().Summary.Return;

        var text = ReportTool.TextOf(RoiReport.Write(Input(), German));

        text.Should().Contain("Zahlungsstrom").And.Contain(ReportTool.Squeeze(new Formats(German).Money(result.NetBenefit, "EUR")));
        text.Should().NotContain("Cash flow").And.Contain("Seite 2 von ");
    }

    [ReportFactWithTool("pdftotext")]
    public void No_rate_of_return_and_several_are_said_and_none_is_chosen()
    {
        var input = Input();

        var none = ReportTool.TextOf(RoiReport.Write(With([]), British), byCell: true);
        var several = ReportTool.TextOf(RoiReport.Write(With([0.1, 0.4]), British), byCell: true);

        none.Should().Contain("No rate does that");
        several.Should().Contain("2 rates do that").And.Contain("10.0 %").And.Contain("40.0 %");

        ReportInput With(IReadOnlyList<double> roots) =>
            input with { Summary = input.Summary with { Return = input.Summary.Return with { IrrRoots = roots } } };
    }

    [ReportFactWithTool("pdftotext")]
    public void The_fingerprint_stands_on_the_cover_is_the_same_in_every_language_and_another_when_an_input_is()
    {
        var (input, dearer) = (Whole(), Input(Company.Programme, Company.Costs.Select(cost => cost with { Amount = cost.Amount + 0.01m }), Company.Savings));

        var fingerprint = ReportFingerprint.Of(input);

        fingerprint.Should().HaveLength(64).And.Be(ReportFingerprint.Of(input with { Size = PageSize.Letter, WrittenBy = "Somebody else" }));
        ReportTool.TextOf(RoiReport.Write(input, German)).Should().Contain(ReportFingerprint.Grouped(fingerprint));
        ReportFingerprint.Of(Input()).Should().NotBe(ReportFingerprint.Of(dearer));
    }

    [ReportFactWithTool("pdftotext")]
    public void The_evidence_stands_with_method_verdict_and_what_would_have_been()
    {
        var evidence = Evidence[0];
        var words = new DomainText(British);

        var text = ReportTool.TextOf(RoiReport.Write(Whole(), British), byCell: true);

        text.Should().Contain(words.Member(evidence.Official!.Method)).And.Contain(words.Member(evidence.Verdict)).And.Contain("What would have been without the CRM");
        evidence.Methods.Should().AllSatisfy(method => text.Should().Contain(words.Member(method.Method)));
    }

    [ReportFactWithTool("pdftotext")]
    public void Chosen_sections_stand_alone_and_in_their_order()
    {
        var options = new ReportOptions { Sections = new HashSet<ReportSection> { ReportSection.Glossary, ReportSection.Costs } };

        var text = ReportTool.TextOf(RoiReport.Write(Whole() with { Options = options }, British));

        text.Should().Contain("Line by line").And.Contain("Meaning").And.NotContain("Cash flow").And.Contain("Page 5 of 5");
    }
}

using System.Globalization;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
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
    public void A_programme_without_data_gets_a_short_report_that_says_what_is_missing()
    {
        var text = ReportTool.TextOf(RoiReport.Write(Empty(), British));

        text.Should().Contain("It cannot be said yet whether the CRM has paid").And.Contain("there are no sales figures at all")
            .And.Contain("No costs are entered for this programme").And.Contain("There are no figures yet").And.NotContain("Page 5 of");
    }

    [ReportFactWithTool("pdftotext")]
    public void A_programme_that_never_said_when_it_went_live_is_told_so()
    {
        var programme = Company.Programme with { GoLive = default, Teams = [] };

        var text = ReportTool.TextOf(RoiReport.Write(Input(programme, Company.Costs, Company.Savings), British));

        text.Should().Contain("no go-live month is stated").And.Contain("So far");
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

    [ReportFactWithTool("qpdf")]
    public void Names_of_any_kind_break_nothing()
    {
        var hostile = HostileName + new string('W', 300);
        var programme = Company.Programme with { Name = hostile, Vendor = hostile };
        var costs = Company.Costs.Select(cost => cost with { Programme = hostile, Description = hostile });
        var input = Input(programme, costs, Company.Savings.Select(saving => saving with { Programme = hostile, Reason = hostile }));

        var (exit, output, errors) = ReportTool.Run(
            "qpdf", RoiReport.Write(input with { CompanyName = hostile, WrittenBy = hostile }, British), path => ["--check", path]);

        exit.Should().Be(0, output + errors);
    }

    [ReportFactWithTool("pdftotext")]
    public void A_programme_of_which_everything_is_undefined_has_a_whole_report_with_its_reasons_and_no_zero()
    {
        var input = Whole();
        var nothing = Company.Programme with { GoLive = default, Teams = [], MarginRate = null };
        var summary = ProgrammeSummary.Of(nothing, [], [], Cube, Filter.None);

        var text = ReportTool.TextOf(RoiReport.Write(input with { Summary = summary, Evidence = [] }, British));

        text.Should().Contain("It cannot be said yet whether the CRM has paid").And.Contain("There is nothing to vary while the return is not known")
            .And.Contain("The sales margin is not split").And.Contain("How it is reckoned").And.NotContain("ROI 0 %").And.NotContain("NaN");
    }

    [ReportFactWithTool("pdftotext")]
    public void Names_of_three_hundred_letters_are_written_whole()
    {
        var name = string.Join(' ', Enumerable.Range(0, 50).Select(number => $"Part{number:00}"));
        var input = Whole();
        var programme = Company.Programme with { Name = name };

        var text = ReportTool.TextOf(RoiReport.Write(input with { CompanyName = name, Summary = input.Summary with { Programme = programme } }, German), byCell: true);

        text.Should().Contain(name);
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

    [ReportFactWithTool("pdftotext")]
    public void Two_hundred_cost_lines_go_over_pages_with_their_head_repeated_and_no_word_lost()
    {
        var costs = Enumerable.Range(0, 200).Select(number => Cost(number, $"Position{number:000} of a long list with words that wrap in its column end{number:000}", 100 + number));

        var text = ReportTool.TextOf(RoiReport.Write(Input(Company.Programme, costs, []), British));

        Enumerable.Range(0, 200).Should().AllSatisfy(number => text.Should().Contain($"Position{number:000}").And.Contain($"end{number:000}"));
        text.Split("What for How often").Length.Should().BeGreaterThan(5);
    }

    [ReportFactWithTool("pdftotext")]
    public void Numbers_of_any_size_are_written_whole()
    {
        var formats = new Formats(British);
        var input = Input(Company.Programme, [Cost(1, "A rocket", 987_654_321_098_765.43m)], Company.Savings);

        var text = ReportTool.TextOf(RoiReport.Write(input, British));

        text.Should().Contain(ReportTool.Squeeze(formats.Money(input.Summary.Return.NetBenefit, "EUR")));
        text.Should().Contain(ReportTool.Squeeze(formats.Money(input.Summary.Return.Cost.Total, "EUR")));
    }

    [Fact]
    public void A_fiscal_year_starts_in_a_month_that_there_is()
    {
        var writing = () => RoiReport.Write(Input() with { FiscalYearStart = 13 }, British);

        writing.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Samples_to_look_at_are_written_beside_the_tests()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "samples")).FullName;
        (string Name, ReportInput Input, CultureInfo Culture)[] samples =
        [
            ("report-plain.pdf", Input(), British),
            ("report-en.pdf", Whole(), British),
            ("report-de-letter.pdf", Whole() with { Size = PageSize.Letter, FiscalYearStart = 7, Options = new() { Brand = ReportBrand.Of("#f5c400", "#1e3a8a", Logo.Png) } }, German),
            ("report-empty.pdf", Empty(), British),
            ("report-hostile.pdf", Hostile(), British),
        ];

        foreach (var (name, input, culture) in samples)
        {
            File.WriteAllBytes(Path.Combine(folder, name), RoiReport.Write(input, culture));
        }

        Directory.GetFiles(folder, "report-*.pdf").Should().HaveCountGreaterThanOrEqualTo(samples.Length);
    }

    private static ReportInput Hostile()
    {
        var costs = Enumerable.Range(0, 200).Select(number => Cost(number, number % 9 == 0 ? HostileName : $"Position {number}", (number + 1) * 123_456_789m));
        return Input(Company.Programme with { Vendor = HostileName }, costs, Company.Savings) with { CompanyName = HostileName + new string('W', 200) };
    }
}

using System.Globalization;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Pdf;
using static CrmRoi.Reports.Tests.ReportExample;

namespace CrmRoi.Reports.Tests;

public sealed class OddReportTests
{
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

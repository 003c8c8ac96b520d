using System.Globalization;
using System.Text;
using CrmRoi.Metrics.Example;

namespace CrmRoi.Metrics.Tests.Example;

public sealed class ExampleDocumentTests(ExampleFixture fixture) : IClassFixture<ExampleFixture>
{
    private const string Begin = "<!-- numbers: begin -->\n";
    private const string End = "<!-- numbers: end -->";

    [Fact]
    public void The_numbers_in_the_document_are_those_of_the_code()
    {
        var text = File.ReadAllText(DocumentPath()).ReplaceLineEndings("\n");
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));

        var written = text[(begin + Begin.Length)..end];

        written.Should().Be(Numbers(fixture.Company));
    }

    private static string Numbers(ExampleCompany company)
    {
        var truth = company.Truth;
        var plain = BeforeAfter.IncrementalMargin(company);
        var text = new StringBuilder("| figure | true | by plain before/after |\n|---|---:|---:|\n");
        text.Append(Inv($"| incremental margin | {truth.IncrementalMargin:N2} | {plain:N2} |\n"));
        text.Append(Inv($"| the same, expected | {truth.ExpectedIncrementalMargin:N2} | |\n"));
        text.Append(Inv($"| savings | {truth.Savings:N2} | {truth.Savings:N2} |\n"));
        text.Append(Inv($"| gain | {truth.Gain:N2} | {plain + truth.Savings:N2} |\n"));
        text.Append(Inv($"| cost | {truth.Cost:N2} | {truth.Cost:N2} |\n"));
        text.Append(Inv($"| ROI, percent | {truth.Roi:0.0} | {BeforeAfter.Roi(truth, plain):0.0} |\n\n"));
        text.Append("| records | how many |\n|---|---:|\n");
        (string, int)[] counts =
        [
            ("deals", company.Deals.Count), ("leads", company.Leads.Count), ("stage changes", company.StageChanges.Count), ("activities", company.Activities.Count),
            ("touches", company.Touches.Count), ("campaigns", company.Campaigns.Count), ("customers", company.Customers.Count), ("cases", company.Cases.Count),
            ("survey answers", company.SurveyAnswers.Count), ("people", company.People.Count), ("costs", company.Costs.Count), ("entered figures", company.EnteredFigures.Count),
        ];
        foreach (var (name, count) in counts)
        {
            text.Append(Inv($"| {name} | {count:N0} |\n"));
        }

        text.Append("\n| month | margin | margin without the CRM | incremental | expected |\n|---|---:|---:|---:|---:|\n");
        foreach (var month in truth.Months.Where(month => month.Month >= company.Programme.GoLive))
        {
            text.Append(Inv($"| {month.Month} | {month.MarginWith:N2} | {month.MarginWithout:N2} | {month.IncrementalMargin:N2} | {month.ExpectedIncrementalMargin:N2} |\n"));
        }

        return text.ToString();
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string DocumentPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CrmRoi.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "docs", "example-company.md");
    }
}

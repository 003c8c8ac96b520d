using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using CrmRoi.Metrics;
using CrmRoi.Reports.Charts;
using CrmRoi.Reports.Sections;
using static CrmRoi.Reports.Tests.ReportExample;

namespace CrmRoi.Reports.Tests;

public sealed class ReportPartsTests
{
    [Fact]
    public void Every_sentence_is_there_in_both_languages_with_the_same_gaps()
    {
        var english = Sentences(CultureInfo.InvariantCulture);
        var german = Sentences(CultureInfo.GetCultureInfo("de"));

        german.Keys.Should().BeEquivalentTo(english.Keys);
        english.Should().AllSatisfy(sentence => Gaps(german[sentence.Key]).Should().Equal(Gaps(sentence.Value), sentence.Key));
    }

    [Theory]
    [InlineData(-130_000, 270_000, -200_000, 300_000)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(-7, -3, -8, 0)]
    [InlineData(12, 97, 0, 100)]
    public void An_axis_ends_at_round_numbers_and_holds_zero(int low, int high, int first, int last)
    {
        var scale = NiceScale.Of([low, high]);

        scale.Ticks[0].Should().Be(first);
        scale.Ticks[^1].Should().Be(last);
        scale.Ticks.Should().Contain(0).And.BeInAscendingOrder();
        scale.At(low).Should().BeInRange(0, 1);
        scale.At(high).Should().BeInRange(0, 1);
    }

    [Fact]
    public void A_fiscal_year_is_named_by_the_years_that_it_touches()
    {
        FiscalYear.Of(new Month(2026, 6), 7).Should().Be(2025);
        FiscalYear.Of(new Month(2026, 7), 7).Should().Be(2026);
        FiscalYear.Name(2025, 7).Should().Be("2025/26");
        FiscalYear.Name(2025, 1).Should().Be("2025");
        FiscalYear.Window(2025, 7).Should().Be(new Window(new(2025, 7), new(2026, 6)));
    }

    [Fact]
    public void The_verdict_rests_on_a_figure_that_stands_in_it()
    {
        var summary = Input().Summary;

        var sentence = VerdictSentence.Of(summary, British);

        sentence.Figure.Should().Be(new Formats(British).Money(summary.Return.Multiple, "EUR"));
        (sentence.Parts.Before + sentence.Parts.Figure + sentence.Parts.After).Should().Be(sentence.Text);
        sentence.Text.Should().StartWith("The CRM has paid for itself").And.Contain(new Formats(British).Month(summary.Return.BreakEven?.FirstDay));
    }

    [Fact]
    public void A_verdict_without_a_gain_gives_its_reason_and_no_figure()
    {
        var sentence = VerdictSentence.Of(Empty().Summary, British);

        sentence.Text.Should().Contain("there are no sales figures at all");
        sentence.Parts.Figure.Should().BeEmpty();
    }

    [Fact]
    public void What_has_not_come_back_yet_is_said_to_be_missing()
    {
        var input = Input(Company.Programme, [Cost(1, "A rocket", 90_000_000)], []);

        VerdictSentence.Of(input.Summary, British).Text.Should().StartWith("The CRM has not paid for itself yet");
    }

    [Fact]
    public void A_loss_is_called_a_loss()
    {
        var summary = Input(Company.Programme, Company.Costs, []).Summary;
        var teams = summary.Return.SalesGain.Teams.Select(team => team with { Monthly = -team.Monthly }).ToList();
        var lost = summary with { Return = summary.Return with { SalesGain = summary.Return.SalesGain with { Teams = teams } } };

        var sentence = VerdictSentence.Of(lost, British);

        sentence.Text.Should().Contain("less was earned than before");
        sentence.Figure.Should().Be(new Formats(British).MoneyShort(summary.Return.SalesGain.Total, "EUR"));
    }

    private static Dictionary<string, string> Sentences(CultureInfo culture) =>
        ReportText.Words.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Gaps(string sentence) =>
        Regex.Matches(sentence, @"\{\d\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}

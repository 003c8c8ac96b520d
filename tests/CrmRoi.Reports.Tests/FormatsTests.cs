using System.Globalization;
using CrmRoi.Reports;

namespace CrmRoi.Reports.Tests;

public sealed class FormatsTests
{
    // In what is expected "_" stands for a no-break space and "~" for a narrow one.
    private static string Shown(string written) => written.Replace('\u00A0', '_').Replace('\u202F', '~');

    private static Formats In(string culture) => new(CultureInfo.GetCultureInfo(culture));

    [Theory]
    [InlineData("en-US", "EUR", "€_591k", "€_591,204", "€_591,204.00")]
    [InlineData("en-GB", "EUR", "€_591k", "€_591,204", "€_591,204.00")]
    [InlineData("de-DE", "EUR", "591_Tsd._€", "591.204_€", "591.204,00_€")]
    [InlineData("en-US", "USD", "$591k", "$591,204", "$591,204.00")]
    [InlineData("de-DE", "USD", "591_Tsd._$", "591.204_$", "591.204,00_$")]
    [InlineData("en-GB", "CHF", "CHF_591k", "CHF_591,204", "CHF_591,204.00")]
    public void Money_stands_as_the_culture_writes_it(string culture, string currency, string brief, string usual, string exact)
    {
        var formats = In(culture);

        Shown(formats.MoneyShort(591_204m, currency)).Should().Be(brief);
        Shown(formats.Money(591_204m, currency)).Should().Be(usual);
        Shown(formats.MoneyExact(591_204m, currency)).Should().Be(exact);
    }

    [Theory]
    [InlineData(61.2, "€_61.20")]
    [InlineData(8_410, "€_8,410")]
    [InlineData(-17_600, "−€_18k")]
    [InlineData(999_600, "€_1.0m")]
    [InlineData(1_234_567, "€_1.2m")]
    [InlineData(2_500_000_000, "€_2.5bn")]
    public void Short_money_has_as_many_digits_as_matter(double amount, string expected)
    {
        var written = In("en-GB").MoneyShort((decimal)amount, "EUR");

        Shown(written).Should().Be(expected);
    }

    [Theory]
    [InlineData("en-US", "24.1~%", "+5.7_pts", "−20.1~%")]
    [InlineData("en-GB", "24.1~%", "+5.7_pts", "−20.1~%")]
    [InlineData("de-DE", "24,1~%", "+5,7_Pkt.", "−20,1~%")]
    public void Shares_differ_in_points_and_figures_in_percent(string culture, string share, string points, string change)
    {
        var formats = In(culture);

        Shown(formats.Share(0.241m)).Should().Be(share);
        Shown(formats.Points(0.057m)).Should().Be(points);
        Shown(formats.Change(-0.201m)).Should().Be(change);
    }

    [Theory]
    [InlineData("en-US", "88_d", "−17_d", "16 months", "May 2025", "May 3, 2025", "2.1 to 9.3")]
    [InlineData("en-GB", "88_d", "−17_d", "16 months", "May 2025", "3 May 2025", "2.1 to 9.3")]
    [InlineData("de-DE", "88_T.", "−17_T.", "16 Monate", "Mai 2025", "3. Mai 2025", "2.1 bis 9.3")]
    public void Times_are_in_the_words_of_the_language(string culture, string days, string change, string months, string month, string date, string interval)
    {
        var formats = In(culture);

        Shown(formats.Days(88)).Should().Be(days);
        Shown(formats.DaysChange(-17)).Should().Be(change);
        formats.Months(16).Should().Be(months);
        formats.Month(new DateOnly(2025, 5, 1)).Should().Be(month);
        formats.Date(new DateOnly(2025, 5, 3)).Should().Be(date);
        formats.Interval("2.1", "9.3").Should().Be(interval);
    }

    [Theory]
    [InlineData("en-GB", 639309035230824655, "22 Nov 2026, 00:18:43 UTC")]
    [InlineData("de-DE", 639309035230824655, "22. Nov. 2026, 00:18:43 UTC")]
    [InlineData("en-GB", 41, "41")]
    public void A_version_of_the_data_is_the_moment_that_made_it(string culture, long version, string expected)
    {
        In(culture).Version(version).Should().Be(expected);
    }

    [Fact]
    public void Undefined_is_a_dash_and_never_a_number()
    {
        var formats = In("en-US");

        string[] written =
        [
            formats.Count(null), formats.Share(null), formats.Percent(null), formats.Change(null), formats.Points(null), formats.Days(null),
            formats.Months(null), formats.Money(null, "EUR"), formats.MoneyShort(null, "EUR"), formats.MoneyExact(null, "EUR"), formats.Month(null),
        ];

        written.Should().OnlyContain(text => text == "—");
    }

    [Fact]
    public void What_rounds_to_nothing_has_no_sign()
    {
        var formats = In("en-US");

        formats.WithSign(0.04m, 1).Should().Be("0.0");
        formats.WithSign(-0.04m, 1).Should().Be("0.0");
        Shown(formats.Money(-0.001m, "EUR")).Should().Be("€_0.00");
    }
}

using System.Globalization;
using CrmRoi.Web.Pages.Admin;

namespace CrmRoi.Web.Tests.Pages.Admin;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("en-GB", "1,234.56", "1234.56")]
    [InlineData("en-GB", "1234.5", "1234.5")]
    [InlineData("en-GB", "1 234 567", "1234567")]
    [InlineData("en-GB", "-3", "-3")]
    [InlineData("de-DE", "1.234,56", "1234.56")]
    [InlineData("de-DE", "\u22120,5", "-0.5")]
    [InlineData("de-CH", "1'234.50", "1234.50")]
    public void A_number_is_read_as_its_reader_writes_it(string culture, string typed, string expected)
    {
        var read = TypedNumber.TryRead(typed, CultureInfo.GetCultureInfo(culture), out var value);

        read.Should().BeTrue();
        value.Should().Be(decimal.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("en-GB", "1,5")]
    [InlineData("en-GB", "1.234,56")]
    [InlineData("de-DE", "1,234.56")]
    [InlineData("de-DE", "1.5")]
    [InlineData("en-GB", "1e30")]
    [InlineData("en-GB", "99999999999999999999999999999999")]
    [InlineData("en-GB", "12,34")]
    [InlineData("en-GB", "1,,000")]
    [InlineData("en-GB", "--1")]
    [InlineData("en-GB", "€ 5")]
    [InlineData("en-GB", ".5")]
    [InlineData("en-GB", " ")]
    [InlineData("en-GB", null)]
    public void What_another_culture_writes_is_refused_and_not_guessed(string culture, string? typed)
    {
        TypedNumber.TryRead(typed, CultureInfo.GetCultureInfo(culture), out _).Should().BeFalse();
    }
}

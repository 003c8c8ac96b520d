using System.Text;
using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests.Text;

public sealed class VisualOrderTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("אבג", "גבא")]
    [InlineData("abc אבג def", "abc גבא def")]
    [InlineData("אבג 123 דה", "הד 123 גבא")]
    [InlineData("אבג 1,234.5", "1,234.5 גבא")]
    [InlineData("אבג (abc)", "(abc) גבא")]
    [InlineData("(אבג)", "(גבא)")]
    public void A_line_is_drawn_in_visual_order(string logical, string visual)
    {
        var clusters = logical.EnumerateRunes().Select(rune => new Cluster(rune, rune.ToString())).ToList();

        string.Concat(VisualOrder.Arrange(clusters).Select(cluster => cluster.Shown)).Should().Be(visual);
    }

    [Fact]
    public void Arabic_letters_are_joined()
    {
        var clusters = "بيت".EnumerateRunes().Select(rune => new Cluster(rune, rune.ToString())).ToList();

        var joined = ArabicForms.Join(clusters, TestFonts.Chain);

        joined.Select(cluster => cluster.Shown.Value).Should().Equal(0xFE91, 0xFEF4, 0xFE96);
        string.Concat(joined.Select(cluster => cluster.Text)).Should().Be("بيت");
    }
}

using System.Text;
using CrmRoi.Import.Csv;
using CrmRoi.Web.Tables;

namespace CrmRoi.Web.Tests.Tables;

public sealed class TableTextTests
{
    [Fact]
    public void Numbers_are_numbers_texts_are_texts_and_nothing_is_nothing()
    {
        var (headers, rows) = TableText.Read("<thead><tr><th>Team</th><th class=\"num\">Won</th></tr></thead><tbody><tr><th>North &amp; South</th><td>-12.5</td></tr><tr><th>007</th><td></td></tr></tbody>");

        headers.Should().Equal("Team", "Won");
        rows.Should().HaveCount(2);
        rows[0].Should().Equal("North & South", -12.5m);
        rows[1].Should().Equal(new object?[] { "007", null });
    }

    [Fact]
    public void Small_print_has_a_column_of_its_own_and_buttons_none()
    {
        var (headers, rows) = TableText.Read(
            "<thead><tr><th>Rate</th><th><span class=\"unseen\">Change</span></th></tr></thead><tbody><tr><td>0.25<small>of <b>412</b> deals</small></td><td><form><button>Delete</button></form></td></tr></tbody>");

        headers.Should().Equal("Rate", "Rate *");
        rows.Single().Should().Equal(0.25m, "of 412 deals");
    }

    [Fact]
    public void What_is_typed_or_chosen_in_a_form_is_what_stands_there()
    {
        var (_, rows) = TableText.Read(
            "<tbody><tr><td><input type=\"hidden\" value=\"9\"><input type=\"text\" value=\"5\"></td><td><select><option value=\"a\">A</option><option value=\"b\" selected=\"selected\">B</option></select></td></tr></tbody>");

        rows.Single().Should().Equal(5m, "B");
    }

    [Fact]
    public void Columns_that_are_joined_keep_their_places()
    {
        var (headers, rows) = TableText.Read("<thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tfoot><tr><th colspan=\"2\">Total</th><td>3</td></tr></tfoot>");

        headers.Should().HaveCount(3);
        rows.Single().Should().Equal("Total", null, 3m);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1 (0) 23")]
    [InlineData("-x")]
    [InlineData("@SUM(A1)")]
    public void No_spreadsheet_takes_a_name_for_a_formula(string name)
    {
        var (headers, rows) = TableText.Read($"<thead><tr><th>Name</th></tr></thead><tbody><tr><td>{name}</td></tr></tbody>");

        Encoding.UTF8.GetString(CsvFile.Write(headers, rows)).Should().Contain($"'{name}");
    }
}

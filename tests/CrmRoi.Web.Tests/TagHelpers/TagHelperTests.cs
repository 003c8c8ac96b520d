using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using CrmRoi.Web.TagHelpers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Tests.TagHelpers;

public sealed class TagHelperTests(CrmRoiApp site) : IClassFixture<CrmRoiApp>
{
    [Theory]
    [InlineData("better", "▲", "pill up")]
    [InlineData("worse", "▼", "pill down")]
    [InlineData("unclear", "◆", "pill")]
    [InlineData("untested", "◌", "pill")]
    [InlineData("incomparable", "○", "pill")]
    [InlineData("supported", "●", "pill up")]
    [InlineData("not-enough-data", "◌", "pill")]
    public void A_verdict_is_a_shape_and_a_word(string kind, string shape, string style)
    {
        var html = new VerdictPillTagHelper { Kind = kind, Text = "<In words>" }.ToHtml();

        WebUtility.HtmlDecode(html).Should().Be($"<span class=\"{style}\"><i aria-hidden=\"true\">{shape}</i> <In words></span>");
        html.Should().Contain("&lt;In words&gt;");
    }

    [Fact]
    public void An_unknown_verdict_is_a_mistake_of_the_page()
    {
        var pill = new VerdictPillTagHelper { Kind = "great", Text = "Great" };

        pill.Invoking(helper => helper.ToHtml()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void An_interval_stands_where_it_lies_on_its_scale()
    {
        var html = new IntervalBarTagHelper { Low = 25, Point = 50, High = 75, Min = 0, Max = 100 }.ToHtml();

        html.Should().Contain("class=\"span\" x=\"25%\" y=\"3\" width=\"50%\"").And.Contain("class=\"point\" x=\"50%\"");
        html.Should().NotContain("style=");
    }

    [Fact]
    public void An_interval_beyond_its_scale_ends_at_the_edge_and_an_undefined_one_is_not_drawn()
    {
        var wide = new IntervalBarTagHelper { Low = -500, Point = 50, High = 75, Min = 0, Max = 100 }.ToHtml();
        var undefined = new IntervalBarTagHelper { Low = null, Point = null, High = 75, Min = 0, Max = 100 }.ToHtml();

        wide.Should().Contain("class=\"span\" x=\"0%\"");
        undefined.Should().NotContain("span").And.NotContain("point");
    }

    [Fact]
    public void A_spark_line_is_grey_before_and_accented_after_with_gaps_where_undefined()
    {
        var html = new SparkLineTagHelper { Values = [1, 2, null, 3, 3], SplitAt = 3 }.ToHtml();

        html.Should().Contain("class=\"golive\" x1=\"90\"");
        html.Should().Contain("<path class=\"before\" d=\"M0 22L30 13M90 4\">");
        html.Should().Contain("<path class=\"after\" d=\"M90 4L120 4\">");
    }

    [Fact]
    public void A_single_value_is_no_line()
    {
        var html = new SparkLineTagHelper { Values = [1, null] }.ToHtml();

        WebUtility.HtmlDecode(html).Should().Be("<span class=\"muted\">—</span>");
    }

    [Fact]
    public void A_blank_slate_says_what_is_missing_and_what_to_do()
    {
        var html = new BlankSlateTagHelper { Title = "No deals yet" }.ToHtml("Import them.");

        html.Should().Be("<div class=\"blank\"><p class=\"blank-title\">No deals yet</p>Import them.</div>");
    }

    [Fact]
    public void A_chart_hands_its_figures_over_with_gaps_and_links_to_its_table()
    {
        var chart = new ChartModel
        {
            Type = ChartType.Line,
            Label = "Closing rate \"by month\"",
            Labels = ["2024-06", "2024-07"],
            Series = [new("after", ChartRole.After, [0.1m, null]) { Low = [0, null], High = [0.2m, null], IntervalName = "90 %" }],
            Marks = [new("Go-live", ChartMarkKind.GoLive, "2024-07")],
            Unit = ChartUnit.Share,
            TableId = "rates",
        };

        var figure = new HtmlParser().ParseDocument(Helper(chart).ToHtml()).QuerySelector("figure")!;
        var canvas = figure.QuerySelector("canvas")!;
        var data = JsonDocument.Parse(canvas.GetAttribute("data-chart")!).RootElement;

        canvas.GetAttribute("role").Should().Be("img");
        canvas.GetAttribute("aria-label").Should().Be("Closing rate \"by month\"");
        data.GetProperty("type").GetString().Should().Be("line");
        data.GetProperty("unit").GetString().Should().Be("share");
        data.GetProperty("series")[0].GetProperty("role").GetString().Should().Be("after");
        data.GetProperty("series")[0].GetProperty("values")[1].ValueKind.Should().Be(JsonValueKind.Null);
        data.GetProperty("marks")[0].GetProperty("kind").GetString().Should().Be("golive");
        data.GetProperty("culture").GetString().Should().NotBeNull();
        figure.QuerySelector("a")!.GetAttribute("href").Should().Be("#rates");
        figure.QuerySelectorAll(".key").Select(key => key.TextContent).Should().Equal("after", "90 %");
    }

    private ChartTagHelper Helper(ChartModel model) =>
        new(site.Services.GetRequiredService<IStringLocalizer<ChartTagHelper>>())
        {
            Model = model,
            ViewContext = new ViewContext { HttpContext = new DefaultHttpContext() },
        };
}

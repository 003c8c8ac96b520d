using System.Buffers.Binary;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CrmRoi.Data;
using CrmRoi.Web.BrowserTests.Pages;
using CrmRoi.Web.TagHelpers;
using FluentAssertions.Execution;
using Microsoft.Playwright;

namespace CrmRoi.Web.BrowserTests;

/// <summary>Each kind of chart, taken away as a picture.</summary>
public sealed partial class ChartPictureTests(ExampleBrowserApp app) : BrowserTest(app), IClassFixture<ExampleBrowserApp>
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] Pages = ["/", "/return", "/sales", "/metrics/closing-rate-cohort", "/evidence", "/marketing"];

    [Fact]
    public Task Every_kind_of_chart_comes_as_png_and_svg_that_look_alike() => InBrowserAsync(
        async page =>
        {
            await new SignInPage(page).SignInAsAsync(Roles.Admin, "/");
            var seen = new HashSet<string>();

            using var every = new AssertionScope();
            foreach (var url in Pages)
            {
                await page.GotoAsync(url);
                foreach (var canvas in await page.Locator("figure.chart:has(.pictures) canvas").AllAsync())
                {
                    var kind = Kind().Match((await canvas.GetAttributeAsync("data-chart"))!).Groups["kind"].Value;
                    if (seen.Add(kind))
                    {
                        await CheckAsync(page, canvas, kind);
                    }
                }
            }

            seen.Should().BeEquivalentTo(Enum.GetNames<ChartType>().Select(name => name.ToLowerInvariant()));
        },
        View.DeskAtNight);

    [Fact]
    public async Task Without_a_script_nothing_is_offered_that_cannot_be_had_and_the_figures_stand_in_the_table()
    {
        await using var context = await App.Browser.NewContextAsync(new() { BaseURL = App.Address.ToString(), JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await new SignInPage(page).SignInAsAsync(Roles.Admin, "/");

        (await page.Locator("figure.chart").CountAsync()).Should().BePositive();
        (await page.Locator("figure.chart button").CountAsync()).Should().Be(0);
        var table = await page.Locator("figure.chart figcaption a").First.GetAttributeAsync("href");
        (await page.Locator(table!).CountAsync()).Should().Be(1);
    }

    private static async Task CheckAsync(IPage page, ILocator canvas, string kind)
    {
        var box = (await canvas.BoundingBoxAsync())!;
        var label = await canvas.GetAttributeAsync("aria-label");
        var png = await DownloadAsync(page, canvas, "PNG", kind);
        var svg = await DownloadAsync(page, canvas, "SVG", kind);

        png.AsSpan(1, 3).ToArray().Should().Equal("PNG"u8.ToArray());
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).Should().BeCloseTo((int)Math.Round((box.Width + 32) * 2), 2, "a {0} is drawn for paper, twice as sharp", kind);

        var drawing = XDocument.Load(new MemoryStream(svg)).Root!;
        drawing.Name.Should().Be(Svg + "svg");
        drawing.Element(Svg + "title")!.Value.Should().NotBeNullOrWhiteSpace();
        drawing.Element(Svg + "desc")!.Value.Should().Be(label);
        drawing.Elements(Svg + "text").First().Value.Should().NotBeNullOrWhiteSpace("the title stands on the {0}", kind);
        drawing.Descendants(Svg + "g").Single().Descendants(Svg + "path").Should().HaveCountGreaterThan(2, "a {0} is drawn in paths", kind);
        drawing.Descendants(Svg + "text").Select(text => (string?)text.Attribute("font-family")).Should().OnlyContain(font => font!.StartsWith("Inter", StringComparison.Ordinal));
        var all = drawing.Descendants().SelectMany(each => each.Attributes()).ToList();
        all.Where(each => each.Name.LocalName is "fill" or "stroke").Should().OnlyContain(each => each.Value == "none" || Colour().IsMatch(each.Value), "colours of the {0} are resolved", kind);
        all.Should().NotContain(each => each.Name.LocalName == "style" || each.Name.LocalName == "class" || each.Name.LocalName == "href" || each.Value.Contains("NaN"));
        drawing.Element(Svg + "path")!.Attribute("fill")!.Value.Should().Be("#ffffff", "paper is light on a dark screen too");

        var (ink, difference) = await CompareAsync(page, png, svg);
        ink.Should().BeGreaterThan(0.01, "a {0} shows something", kind);
        difference.Should().BeLessThan(0.02, "a {0} looks the same as PNG and as SVG", kind);
    }

    private static async Task<byte[]> DownloadAsync(IPage page, ILocator canvas, string format, string kind)
    {
        var button = canvas.Locator("xpath=ancestor::figure").GetByText(format, new() { Exact = true });
        var download = await page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        download.SuggestedFilename.Should().MatchRegex($@"^[A-Za-z0-9-]+\.{format.ToLowerInvariant()}$");
        var path = Path.Combine(Pictures, "charts", $"{kind}.{format.ToLowerInvariant()}");
        await download.SaveAsAsync(path);
        return await File.ReadAllBytesAsync(path);
    }

    /// <summary>Draws both on one size and says how much of it is drawn on, and how far the two are apart, from 0 to 1.</summary>
    private static async Task<(double Ink, double Difference)> CompareAsync(IPage page, byte[] png, byte[] svg)
    {
        var aside = await page.Context.NewPageAsync();
        var found = await aside.EvaluateAsync<double[]>(
            """
            async ([png, svg]) => {
              const load = source => new Promise((resolve, reject) => { const image = new Image(); image.onload = () => resolve(image); image.onerror = () => reject(new Error('no image')); image.src = source; });
              const images = [await load(png), await load(svg)];
              const [width, height] = [images[1].naturalWidth, images[1].naturalHeight];
              const [one, other] = images.map(image => {
                const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
                pen.drawImage(image, 0, 0, width, height);
                return pen.getImageData(0, 0, width, height).data;
              });
              let [ink, apart] = [0, 0];
              for (let i = 0; i < one.length; i += 4) {
                if (other[i] < 240 || other[i + 1] < 240 || other[i + 2] < 240) ink++;
                apart += Math.abs(one[i] - other[i]) + Math.abs(one[i + 1] - other[i + 1]) + Math.abs(one[i + 2] - other[i + 2]);
              }
              return [ink / (width * height), apart / (width * height * 765)];
            }
            """,
            new[] { $"data:image/png;base64,{Convert.ToBase64String(png)}", $"data:image/svg+xml;base64,{Convert.ToBase64String(svg)}" });
        await aside.CloseAsync();
        return (found[0], found[1]);
    }

    [GeneratedRegex("\"type\":\"(?<kind>[a-z]+)\"")]
    private static partial Regex Kind();

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Colour();
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;

namespace CrmRoi.Web.Tests.Pages.Import;

/// <summary>Sends files to the import and goes on from its preview.</summary>
internal static class Sending
{
    public static (string Name, byte[] Content) Csv(string name, string text) => (name, Encoding.UTF8.GetBytes(text));

    public static async Task<IDocument> UploadAsync(Visitor visitor, params (string Name, byte[] Content)[] files)
    {
        using var response = await PostFilesAsync(visitor, files);
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        return await visitor.GetPageAsync(response.Headers.Location!.OriginalString);
    }

    /// <summary>The preview of one file in German.</summary>
    public static async Task<IDocument> UploadInGermanAsync(Visitor visitor, (string Name, byte[] Content) file)
    {
        using var response = await PostFilesAsync(visitor, file);
        return await visitor.GetPageAsync(response.Headers.Location!.OriginalString, "de-DE");
    }

    public static async Task<HttpResponseMessage> PostFilesAsync(Visitor visitor, params (string Name, byte[] Content)[] files)
    {
        var page = await visitor.GetPageAsync("/import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("[data-testid=upload-form] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            content.Add(part, "files", name);
        }

        return await visitor.Client.PostAsync(new Uri("/import", UriKind.Relative), content);
    }

    /// <summary>Lets files go in, and waits until they are.</summary>
    public static Task<IDocument> RunAsync(Visitor visitor, IDocument preview) => RunAsync(visitor, preview, Fields(preview));

    /// <summary>The same, with other fields than the page filled.</summary>
    public static async Task<IDocument> RunAsync(Visitor visitor, IDocument preview, List<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await visitor.Client.PostAsync(new Uri(preview.QuerySelector("[data-testid=run]")!.GetAttribute("formaction")!, UriKind.Relative), content);
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var job = response.Headers.Location!.OriginalString;
        for (var asked = 0; ; asked++)
        {
            using var answer = await visitor.GetAsync(job);
            var page = await Visitor.ReadAsync(answer);
            if (!answer.Headers.Contains("Refresh"))
            {
                return page;
            }

            asked.Should().BeLessThan(3000, "an import ends, on a slow machine too");
            await Task.Delay(100);
        }
    }

    public static async Task<IDocument> PostAsync(Visitor visitor, IDocument preview, string button, List<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await visitor.Client.PostAsync(new Uri(preview.QuerySelector($"[data-testid={button}]")!.GetAttribute("formaction")!, UriKind.Relative), content);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await Visitor.ReadAsync(response);
    }

    /// <summary>What a browser would send of the preview's form.</summary>
    public static List<KeyValuePair<string, string>> Fields(IDocument preview) =>
    [
        .. preview.QuerySelectorAll("[data-testid=preview-form] input[name]").Where(input => input is not AngleSharp.Html.Dom.IHtmlInputElement { Type: "checkbox", IsChecked: false }).Select(input => KeyValuePair.Create(input.GetAttribute("name") ?? "", input.GetAttribute("value") ?? "")),
        .. preview.QuerySelectorAll("[data-testid=preview-form] select[name]").Cast<AngleSharp.Html.Dom.IHtmlSelectElement>().Select(select => KeyValuePair.Create(select.Name!, select.Value ?? "")),
    ];
}

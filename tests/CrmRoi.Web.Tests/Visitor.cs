using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CrmRoi.Web.Tests;

/// <summary>Somebody with a browser's cookies who follows no redirect by itself.</summary>
public sealed class Visitor(HttpClient client) : IDisposable
{
    public HttpClient Client => client;

    public async Task<HttpResponseMessage> GetAsync(string url, string language = "en-GB")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.RelativeOrAbsolute));
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await client.SendAsync(request);
    }

    /// <summary>A page that must be there.</summary>
    public async Task<IDocument> GetPageAsync(string url, string language = "en-GB")
    {
        using var response = await GetAsync(url, language);
        response.StatusCode.Should().Be(HttpStatusCode.OK, "{0} is a page, and leads to {1}", url, response.Headers.Location);
        return await ReadAsync(response);
    }

    /// <summary>Fills a form of a page and sends it, with its token, as its button does.</summary>
    /// <param name="url">The page that shows the form.</param>
    /// <param name="form">A selector that finds the form, or something in it such as its button.</param>
    /// <param name="fields">What is typed; the other fields go as the page filled them.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string url, string form, params (string Name, string Value)[] fields)
    {
        var page = await GetPageAsync(url);
        var found = page.QuerySelector(form) ?? throw new InvalidOperationException($"{url} shows no '{form}'.");
        var element = found as IHtmlFormElement ?? found.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"'{form}' is in no form.");
        var action = found.GetAttribute("formaction") ?? element.GetAttribute("action");
        var sent = FieldsOf(element).Where(field => !fields.Any(typed => typed.Name == field.Key))
            .Concat(fields.Select(typed => KeyValuePair.Create(typed.Name, typed.Value)));
        using var content = new FormUrlEncodedContent(sent);
        return await client.PostAsync(new Uri(string.IsNullOrEmpty(action) ? url : action, UriKind.RelativeOrAbsolute), content);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string? returnUrl = null) => SubmitAsync(
        "/account/sign-in" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)),
        "[data-testid=sign-in]",
        ("Input.Email", email),
        ("Input.Password", password));

    public static async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }

    public void Dispose() => client.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                IHtmlInputElement { Type: "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlTextAreaElement area => area.Value,
                _ => null,
            };
            if (value is not null)
            {
                yield return KeyValuePair.Create(element.GetAttribute("name")!, value);
            }
        }
    }
}

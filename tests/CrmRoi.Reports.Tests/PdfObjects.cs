using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrmRoi.Reports.Tests;

/// <summary>The objects of a PDF as qpdf reads them: names begin with "/", texts with "u:", references end in " R".</summary>
internal sealed class PdfObjects
{
    private readonly JsonObject objects;

    public PdfObjects(byte[] pdf)
    {
        var (exit, output, errors) = ReportTool.Run("qpdf", pdf, path => ["--json=2", "--json-stream-data=inline", "--decode-level=generalized", path]);
        exit.Should().Be(0, errors);
        objects = JsonNode.Parse(output)!["qpdf"]![1]!.AsObject();
    }

    public JsonObject Trailer => objects["trailer"]!["value"]!.AsObject();

    public JsonObject Catalogue => At(Trailer["/Root"])!.AsObject();

    /// <summary>Every dictionary, those of streams among them.</summary>
    public IEnumerable<JsonObject> All => objects.Select(each => each.Value!["value"] ?? each.Value["stream"]?["dict"]).OfType<JsonObject>();

    public IEnumerable<JsonObject> OfType(string type) => All.Where(each => Name(each, "/Type") == type);

    public IEnumerable<JsonObject> Elements(params string[] kinds) => OfType("/StructElem").Where(each => kinds.Contains(Name(each, "/S")));

    /// <summary>The pages in their order.</summary>
    public IReadOnlyList<JsonObject> Pages() => [.. At(Catalogue["/Pages"])!["/Kids"]!.AsArray().Select(page => At(page)!.AsObject())];

    /// <summary>What draws each page, in their order.</summary>
    public IEnumerable<string> PageContents() => Pages().Select(page => Encoding.ASCII.GetString(Data(page["/Contents"])));

    /// <summary>The fonts by their names in pages.</summary>
    public IEnumerable<KeyValuePair<string, JsonObject>> Fonts() =>
        At(Pages()[0]["/Resources"])!["/Font"]!.AsObject().Select(font => KeyValuePair.Create(font.Key, At(font.Value)!.AsObject()));

    /// <summary>Every text in it, apart from what pages show.</summary>
    public IEnumerable<string> Strings => All.SelectMany(each => each.Select(entry => Text(each, entry.Key))).OfType<string>();

    /// <summary>An element and all below it, in the order of reading.</summary>
    public IEnumerable<JsonObject> Walk(JsonNode? element)
    {
        var own = At(element)!.AsObject();
        return Kids(own).SelectMany(kid => Walk(kid)).Prepend(own);
    }

    /// <summary>The elements that an element holds.</summary>
    public IEnumerable<JsonObject> Kids(JsonObject element)
    {
        var kids = element["/K"] is JsonArray array ? array.Select(At) : [At(element["/K"])];
        return kids.OfType<JsonObject>().Where(kid => Name(kid, "/S") is not null);
    }

    /// <summary>What a reference leads to, or the value itself; of a stream its dictionary.</summary>
    public JsonNode? At(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text && text.EndsWith(" R", StringComparison.Ordinal)
        ? objects[$"obj:{text}"] is { } found ? found["value"] ?? found["stream"]!["dict"] : null
        : value;

    public byte[] Data(JsonNode? reference) => Convert.FromBase64String(objects[$"obj:{reference!.GetValue<string>()}"]!["stream"]!["data"]!.GetValue<string>());

    public static string? Name(JsonObject value, string key) => value[key]?.GetValueKind() == JsonValueKind.String ? value[key]!.GetValue<string>() : null;

    public static string? Text(JsonObject value, string key) => Name(value, key) is { } text && text.StartsWith("u:", StringComparison.Ordinal) ? text[2..] : null;
}

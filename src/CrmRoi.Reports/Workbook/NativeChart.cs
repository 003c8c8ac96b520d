using System.Globalization;
using System.Security;

namespace CrmRoi.Reports.Workbook;

/// <summary>A series of a chart: a range of numbers, with what stands in it for programs that only read.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Range">Where its numbers stand.</param>
/// <param name="Values">The numbers.</param>
/// <param name="Colour">As six hexadecimal digits.</param>
internal sealed record NativeSeries(string Name, string Range, IReadOnlyList<decimal?> Values, string Colour);

/// <summary>A chart that the spreadsheet draws from its own cells: a line, or bars on each other.</summary>
internal sealed class NativeChart(string title, bool isBars, string labelRange, IReadOnlyList<SheetCell> labels, IReadOnlyList<NativeSeries> series, string format)
{
    private const string MonthFormat = "mmm\\ yyyy";
    private const string Drawings = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>Where it stands: its first column and row, from 0, and how many of each it covers.</summary>
    public required (int Column, int Row, int Columns, int Rows) Place { get; init; }

    /// <summary>The drawing that holds charts.</summary>
    public static string Drawing(IEnumerable<string> anchors) =>
        $"<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"{Drawings}\">{string.Concat(anchors)}</xdr:wsDr>";

    /// <summary>Where the chart of a part stands, with its alternative text.</summary>
    public string Anchor(string relation, int number) => string.Create(CultureInfo.InvariantCulture, $"""
        <xdr:twoCellAnchor><xdr:from><xdr:col>{Place.Column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{Place.Row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>{Place.Column + Place.Columns}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{Place.Row + Place.Rows}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="{number}" name="Chart {number}" descr="{SecurityElement.Escape(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{relation}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>
        """);

    /// <summary>The chart's XML.</summary>
    public string Write() => $"""
        <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="{Drawings}"><c:roundedCorners val="0"/><c:chart>
        <c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="en" sz="1200" b="1"/><a:t>{SecurityElement.Escape(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>
        <c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>{(isBars ? Bars() : Lines())}
        <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{(isBars ? "maxMin" : "minMax")}"/></c:scaling><c:delete val="0"/><c:axPos val="{(isBars ? "l" : "b")}"/><c:numFmt formatCode="{(isBars ? "General" : MonthFormat)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>
        <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="{(isBars ? "b" : "l")}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E3E7ED"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="{SecurityElement.Escape(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{(isBars ? "high" : "nextTo")}"/><c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>
        </c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>
        """;

    private string Lines() => $"<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{string.Concat(series.Select(Series))}<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>";

    private string Bars() => $"<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>{string.Concat(series.Select(Series))}<c:gapWidth val=\"60\"/><c:overlap val=\"100\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>";

    private string Series(NativeSeries each, int index)
    {
        var look = isBars
            ? $"<c:spPr><a:solidFill><a:srgbClr val=\"{each.Colour}\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>"
            : $"<c:spPr><a:ln w=\"25400\" cap=\"rnd\"><a:solidFill><a:srgbClr val=\"{each.Colour}\"/></a:solidFill><a:round/></a:ln></c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>";
        var smooth = isBars ? "" : "<c:smooth val=\"0\"/>";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:v>{SecurityElement.Escape(each.Name)}</c:v></c:tx>{look}<c:cat>{Categories()}</c:cat><c:val><c:numRef><c:f>{SecurityElement.Escape(each.Range)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{each.Values.Count}"/>{Points(each.Values)}</c:numCache></c:numRef></c:val>{smooth}</c:ser>
            """);
    }

    private string Categories()
    {
        var (kind, cache, format) = isBars ? ("strRef", "strCache", "") : ("numRef", "numCache", $"<c:formatCode>{MonthFormat}</c:formatCode>");
        var points = string.Concat(labels.Select((label, index) => string.Create(
            CultureInfo.InvariantCulture, $"<c:pt idx=\"{index}\"><c:v>{(label.Text is { } text ? SecurityElement.Escape(WorkbookFile.Clean(text)) : label.Number)}</c:v></c:pt>")));
        return $"<c:{kind}><c:f>{SecurityElement.Escape(labelRange)}</c:f><c:{cache}>{format}<c:ptCount val=\"{labels.Count.ToString(CultureInfo.InvariantCulture)}\"/>{points}</c:{cache}></c:{kind}>";
    }

    private static string Points(IReadOnlyList<decimal?> values) => string.Concat(values.Select((value, index) => value is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"<c:pt idx=\"{index}\"><c:v>{number}</c:v></c:pt>")
        : ""));
}

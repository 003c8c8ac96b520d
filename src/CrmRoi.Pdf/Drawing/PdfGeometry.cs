namespace CrmRoi.Pdf;

/// <summary>A place on a page, in points from its top left corner.</summary>
public readonly record struct PdfPoint(double X, double Y);

/// <summary>An area of a page, in points from its top left corner; Y grows downwards.</summary>
public readonly record struct PdfRectangle(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public PdfRectangle Inset(double horizontal, double vertical) =>
        new(X + horizontal, Y + vertical, Width - (2 * horizontal), Height - (2 * vertical));
}

/// <summary>The size of a page in points (1/72 inch).</summary>
public readonly record struct PageSize(double Width, double Height)
{
    public static readonly PageSize A4 = new(595.276, 841.89);
    public static readonly PageSize Letter = new(612, 792);

    public PageSize Landscape => new(Height, Width);
}

public readonly record struct PageMargins(double Left, double Top, double Right, double Bottom);

public enum LineCap
{
    Butt,
    Round,
    Square,
}

public enum LineJoin
{
    Miter,
    Round,
    Bevel,
}

/// <summary>How a line is drawn: colour, width in points and, for dashed lines, the lengths of dashes and gaps.</summary>
public sealed record PdfStroke(PdfColour Colour, double Width, params IReadOnlyList<double> Dash)
{
    public LineCap Cap { get; init; }

    public LineJoin Join { get; init; }

    internal void Write(ContentStream content)
    {
        Colour.Write(content);
        content.Append(" RG ").Number(Width).Append(" w ").Number((int)Cap).Append(" J ").Number((int)Join).Append(" j [");
        for (var index = 0; index < Dash.Count; index++)
        {
            content.Append(index > 0 ? " " : "").Number(Dash[index]);
        }

        content.Append("] 0 d\n");
    }
}

namespace CrmRoi.Pdf;

public enum TextAlignment
{
    Left,
    Centre,
    Right,
}

/// <summary>How text looks: fonts, size in points, colour.</summary>
public sealed record TextStyle(FontChain Fonts, double Size, PdfColour Colour)
{
    /// <summary>Distance of baselines as a multiple of the size.</summary>
    public double LineSpacing { get; init; } = 1.4;

    /// <summary>Figures of equal width, so that columns of numbers align.</summary>
    public bool TabularFigures { get; init; }

    /// <summary>Extra space after each character, in points.</summary>
    public double Tracking { get; init; }

    internal double LineHeight => Size * LineSpacing;

    /// <summary>From the top of a line to its baseline.</summary>
    internal double Baseline
    {
        get
        {
            var ascent = Fonts.Main.Thousandths(Fonts.Main.Ascent) * Size / 1000;
            var descent = -Fonts.Main.Thousandths(Fonts.Main.Descent) * Size / 1000;
            return ((LineHeight - ascent - descent) / 2) + ascent;
        }
    }
}

/// <summary>A piece of text in one style.</summary>
public sealed record TextSpan(string Text, TextStyle Style);

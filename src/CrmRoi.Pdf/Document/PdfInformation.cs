namespace CrmRoi.Pdf;

/// <summary>What a document says about itself. The moment of its making is the caller's to say.</summary>
/// <param name="Title">Shown in the window's title; never empty.</param>
/// <param name="Author">The person or company that made it.</param>
/// <param name="Subject">One sentence on what it is about.</param>
/// <param name="Language">As in "en-GB".</param>
/// <param name="Created">When it was made.</param>
public sealed record PdfInformation(string Title, string Author, string Subject, string Language, DateTimeOffset Created)
{
    internal const string Producer = "CrmRoi";
}

public enum PageLabelStyle
{
    Numbers,
    RomanLower,
    RomanUpper,
    LettersLower,
    LettersUpper,
}

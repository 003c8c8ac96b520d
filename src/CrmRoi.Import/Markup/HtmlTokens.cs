using System.Text;
using CrmRoi.Import.Excel;

namespace CrmRoi.Import.Markup;

/// <summary>Parts a web page into tags and what stands between them, forgiving as browsers are.</summary>
internal sealed class HtmlTokens(TextReader text)
{
    // Their content is no text; a "<" in it begins no tag.
    private static readonly HashSet<string> Unread = ["script", "style", "title", "textarea"];
    private readonly StringBuilder said = new();
    private bool isInTag;

    /// <summary>The name of the tag, with "/" before that of one that ends; empty for text.</summary>
    public string Tag { get; private set; } = "";

    /// <summary>The text, or what a tag says besides its name.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Goes on to the next tag or text.</summary>
    public bool Read()
    {
        if (Unread.Contains(Tag))
        {
            SkipTo($"</{Tag}");
            SkipTo(">");
            Tag = "";
        }

        while (!isInTag || !ReadTag())
        {
            if (isInTag)
            {
                isInTag = false; // a comment, or what is said to one program only
            }

            if (ReadText())
            {
                return true;
            }

            if (!isInTag)
            {
                return false;
            }
        }

        isInTag = false;
        return true;
    }

    // Up to the next tag.
    private bool ReadText()
    {
        said.Clear();
        for (var letter = text.Read(); letter >= 0; letter = text.Read())
        {
            if (letter == '<' && IsMarkup(text.Peek()))
            {
                isInTag = true;
                break;
            }

            Add((char)letter);
        }

        (Tag, Text) = ("", said.ToString());
        return said.Length > 0;
    }

    // From behind its "<" to its ">", which may stand in quotes.
    private bool ReadTag()
    {
        said.Clear();
        var quote = '\0';
        for (var letter = text.Read(); letter >= 0 && (letter != '>' || quote != '\0'); letter = text.Read())
        {
            Add((char)letter);
            if (said.Length == 3 && said[0] == '!' && said[1] == '-' && said[2] == '-')
            {
                SkipTo("-->");
                return false;
            }

            quote = quote == letter ? '\0' : quote == '\0' && letter is '"' or '\'' && said.Length > 1 && said[^2] is '=' or ' ' ? (char)letter : quote;
        }

        var whole = said.ToString();
        var end = whole.AsSpan().IndexOfAny(" \t\r\n");
        Tag = (end < 0 ? whole : whole[..end]).TrimEnd('/').ToLowerInvariant();
        Text = end < 0 ? "" : whole[end..];
        return Tag.Length > 0 && Tag[0] is not ('!' or '?');
    }

    private void SkipTo(string end)
    {
        var found = 0;
        for (var letter = text.Read(); letter >= 0; letter = text.Read())
        {
            var now = char.ToLowerInvariant((char)letter);
            found = now == end[found] ? found + 1 : now == end[0] ? (found == 2 && end == "-->" && now == '-' ? 2 : 1) : 0;
            if (found == end.Length)
            {
                return;
            }
        }
    }

    private void Add(char letter)
    {
        said.Append(letter);
        if (WorkbookLimits.IsTooLong(said.Length))
        {
            throw WorkbookLimits.RowTooLong();
        }
    }

    private static bool IsMarkup(int next) => next is '/' or '!' or '?' || (next >= 0 && char.IsAsciiLetter((char)next));
}

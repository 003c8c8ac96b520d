using System.Globalization;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>Breaks paragraphs into lines: after spaces and hyphens, between ideographs, within a word only if it is too long.</summary>
internal static class LineBreaker
{
    private const double Tolerance = 0.01;

    public static List<List<TextSpan>> Paragraphs(IReadOnlyList<TextSpan> spans)
    {
        var paragraphs = new List<List<TextSpan>> { new() };
        foreach (var span in spans)
        {
            var parts = span.Text.Split('\n');
            for (var index = 0; index < parts.Length; index++)
            {
                if (index > 0)
                {
                    paragraphs.Add([]);
                }

                Append(paragraphs[^1], new(parts[index], span.Style));
            }
        }

        return paragraphs;
    }

    public static List<List<TextSpan>> Break(List<TextSpan> paragraph, double width)
    {
        if (paragraph is [var only] && PlainText.IsSimple(only.Text) && BreakSimple(only, width) is { } broken)
        {
            return broken;
        }

        var lines = new List<List<TextSpan>> { new() };
        var used = 0.0;
        foreach (var word in Words(paragraph))
        {
            var trimmed = TextLine.WidthOf(word, isTrimmed: true);
            if (used > 0 && used + trimmed > width + Tolerance)
            {
                lines.Add([]);
                used = 0;
            }

            if (trimmed > width + Tolerance)
            {
                used = BreakWord(lines, word, width);
                continue;
            }

            word.ForEach(piece => Append(lines[^1], piece));
            used += TextLine.WidthOf(word, isTrimmed: false);
        }

        return lines;
    }

    /// <summary>The same for simple text in one style; none where a word is longer than the line.</summary>
    private static List<List<TextSpan>>? BreakSimple(TextSpan span, double width)
    {
        var (text, lines, start, used) = (span.Text, new List<List<TextSpan>>(), 0, 0.0);
        if (TextShaper.Width(text.AsSpan().TrimEnd(' '), span.Style) <= width + Tolerance)
        {
            return [[span]];
        }

        for (int from = 0, to; from < text.Length; from = to)
        {
            to = EndOfWord(text, from);
            var word = text.AsSpan(from, to - from);
            var trimmed = TextShaper.Width(word.TrimEnd(' '), span.Style);
            if (trimmed > width + Tolerance)
            {
                return null;
            }

            if (used > 0 && used + trimmed > width + Tolerance)
            {
                lines.Add([span with { Text = text[start..from] }]);
                (start, used) = (from, 0);
            }

            used += word[^1] == ' ' ? TextShaper.Width(word, span.Style) : trimmed;
        }

        lines.Add([start == 0 ? span : span with { Text = text[start..] }]);
        return lines;
    }

    private static int EndOfWord(string text, int from)
    {
        for (var at = from + 1; at < text.Length; at++)
        {
            if (MayBreak(at > 1 ? new Rune(text[at - 2]) : null, new(text[at - 1]), new(text[at])))
            {
                return at;
            }
        }

        return text.Length;
    }

    private static double BreakWord(List<List<TextSpan>> lines, List<TextSpan> word, double width)
    {
        var used = 0.0;
        foreach (var piece in word)
        {
            var elements = StringInfo.GetTextElementEnumerator(piece.Text);
            while (elements.MoveNext())
            {
                var element = elements.GetTextElement();
                var advance = TextShaper.Width(element, piece.Style);
                if (used > 0 && used + advance > width + Tolerance && element != " ")
                {
                    lines.Add([]);
                    used = 0;
                }

                Append(lines[^1], piece with { Text = element });
                used += advance;
            }
        }

        return used;
    }

    /// <summary>Words with the spaces after them; a word may change its style within.</summary>
    private static List<List<TextSpan>> Words(List<TextSpan> paragraph)
    {
        var words = new List<List<TextSpan>> { new() };
        Rune? before = null;
        Rune? previous = null;
        foreach (var span in paragraph)
        {
            var start = 0;
            var at = 0;
            foreach (var rune in span.Text.EnumerateRunes())
            {
                if (previous is { } last && MayBreak(before, last, rune))
                {
                    Append(words[^1], span with { Text = span.Text[start..at] });
                    words.Add([]);
                    start = at;
                }

                (before, previous) = (previous, rune);
                at += rune.Utf16SequenceLength;
            }

            Append(words[^1], span with { Text = span.Text[start..] });
        }

        return words;
    }

    private static bool MayBreak(Rune? before, Rune last, Rune next)
    {
        if (IsBreakingSpace(next))
        {
            return false;
        }

        if (IsBreakingSpace(last) || last.Value == 0x200B)
        {
            return true;
        }

        var isHyphen = last.Value is '-' or 0x2010 or 0x2013 or 0x2014;
        return (isHyphen && before is { } letter && Rune.IsLetter(letter) && Rune.IsLetter(next))
            || (IsIdeograph(last) && Rune.IsLetterOrDigit(next))
            || (IsIdeograph(next) && Rune.IsLetterOrDigit(last));
    }

    private static bool IsBreakingSpace(Rune rune) => rune.Value is ' ' or 0x1680 or (>= 0x2000 and <= 0x2006) or 0x2008 or 0x3000;

    private static bool IsIdeograph(Rune rune) => rune.Value
        is (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>Adds a piece, joined to the one before where the style is the same, so that kerning sees both.</summary>
    private static void Append(List<TextSpan> spans, TextSpan piece)
    {
        if (piece.Text.Length == 0)
        {
            return;
        }

        if (spans.Count > 0 && ReferenceEquals(spans[^1].Style, piece.Style))
        {
            spans[^1] = spans[^1] with { Text = spans[^1].Text + piece.Text };
            return;
        }

        spans.Add(piece);
    }
}

using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace CrmRoi.Web.Sending;

/// <summary>Writes a message as it goes over the line: RFC 5322 with MIME, nothing beyond ASCII, no line longer than 78.</summary>
/// <remarks>Whatever comes from people stands in Base64: no name or subject can begin a header of its own, and no text can end the message.</remarks>
internal static class Letter
{
    private const string LineBreak = "\r\n";
    private const int BytesOfWord = 39; // 64 characters of the 76 that a line with its header may have

    /// <summary>The message, each line ended by CR LF.</summary>
    public static string Write(Data.MailMessage message, MailAddress from)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{message.Id}.{message.WrittenAt.UtcTicks}");
        var (outer, inner) = ($"mixed-{name}", $"words-{name}");
        var text = new StringBuilder();
        Header(text, "From", $"{Words("CrmRoi")}{LineBreak} <{MailLine.AddressOf(from)}>");
        Header(text, "To", $"{Words(message.Name)}{LineBreak} <{MailLine.AddressOf(new(message.To))}>");
        Header(text, "Subject", Words(message.Subject));
        Header(text, "Date", message.WrittenAt.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000");
        Header(text, "Message-ID", $"<{name}@{MailLine.HostOf(from)}>"); // the same at every attempt, so that a reader gets it once
        Header(text, "Auto-Submitted", "auto-generated");
        Header(text, "MIME-Version", "1.0");
        Header(text, "Content-Type", $"multipart/mixed; boundary=\"{outer}\"");
        text.Append(LineBreak).Append("--").Append(outer).Append(LineBreak);
        Header(text, "Content-Type", $"multipart/alternative; boundary=\"{inner}\"");
        text.Append(LineBreak);
        Part(text, inner, "text/plain; charset=utf-8", null, Encoding.UTF8.GetBytes(message.Text));
        Part(text, inner, "text/html; charset=utf-8", null, Encoding.UTF8.GetBytes(message.Html));
        text.Append("--").Append(inner).Append("--").Append(LineBreak);
        if (message.File is { } file)
        {
            Part(text, outer, "application/pdf", message.FileName, file);
        }

        return text.Append("--").Append(outer).Append("--").Append(LineBreak).ToString();
    }

    private static void Header(StringBuilder text, string name, string value) => text.Append(name).Append(": ").Append(value).Append(LineBreak);

    private static void Part(StringBuilder text, string boundary, string type, string? file, byte[] content)
    {
        text.Append("--").Append(boundary).Append(LineBreak);
        Header(text, "Content-Type", type);
        if (file is not null)
        {
            var plain = string.Concat(file.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_'));
            Header(text, "Content-Disposition", $"attachment; filename=\"{plain}\"");
        }

        Header(text, "Content-Transfer-Encoding", "base64");
        text.Append(LineBreak).Append(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)).Append(LineBreak);
    }

    // Encoded words (RFC 2047), of whole characters each, on lines of their own.
    private static string Words(string said)
    {
        var (words, word, size) = (new List<string>(), new StringBuilder(), 0);
        foreach (var rune in said.EnumerateRunes())
        {
            if (size + rune.Utf8SequenceLength > BytesOfWord)
            {
                words.Add(Word(word));
                (word, size) = (new(), 0);
            }

            word.Append(Rune.IsControl(rune) ? " " : rune.ToString());
            size += rune.Utf8SequenceLength;
        }

        if (size > 0)
        {
            words.Add(Word(word));
        }

        return string.Join(LineBreak + " ", words);
    }

    private static string Word(StringBuilder said) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(said.ToString()))}?=";
}

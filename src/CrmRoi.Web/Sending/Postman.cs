using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using CrmRoi.Data;
using Letter = System.Net.Mail.MailMessage;

namespace CrmRoi.Web.Sending;

/// <summary>Takes a message to the SMTP server. The only place that speaks to it.</summary>
public sealed class Postman(MailOptions options)
{
    /// <summary>Tries once.</summary>
    /// <returns>Why it failed, in a sentence without any secret; none where the server took it.</returns>
    public async Task<string?> DeliverAsync(Data.MailMessage message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Patience);
        try
        {
            using var client = Client();
            using var letter = LetterOf(message);
            await client.SendMailAsync(letter, patience.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"The server did not answer within {options.Patience.TotalSeconds:0} seconds.";
        }
        catch (Exception problem) when (problem is SmtpException or FormatException or System.Security.Authentication.AuthenticationException or IOException)
        {
            return Sentence(problem);
        }
    }

    private SmtpClient Client() => new(options.Host, options.Port)
    {
        EnableSsl = options.UsesTls,
        DeliveryMethod = SmtpDeliveryMethod.Network,
        UseDefaultCredentials = false,
        Credentials = options.User is { } user ? new NetworkCredential(user, options.Password) : null,
    };

    private Letter LetterOf(Data.MailMessage message)
    {
        var letter = new Letter
        {
            From = new MailAddress(options.Sender, "CrmRoi", Encoding.UTF8),
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        letter.To.Add(new MailAddress(message.To, message.Name, Encoding.UTF8));
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        letter.Headers.Add("Message-ID", $"<{Guid.NewGuid():N}@{letter.From.Host}>");
        letter.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        if (message.File is { } file)
        {
            letter.Attachments.Add(new Attachment(new MemoryStream(file), message.FileName, MediaTypeNames.Application.Pdf));
        }

        return letter;
    }

    private static string Sentence(Exception problem)
    {
        var texts = new List<string>();
        for (var each = problem; each is not null; each = each.InnerException)
        {
            texts.Add(each.Message.Trim());
        }

        var text = string.Join(" ", texts.Distinct());
        return text.Length <= Limits.Text ? text : text[..Limits.Text];
    }
}

using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using CrmRoi.Data;

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
            var (from, to) = (new MailAddress(options.Sender), new MailAddress(message.To));
            await using var line = await MailLine.OpenAsync(options, patience.Token);
            await line.SendAsync(from, to, Letter.Write(message, from), patience.Token);
            await line.LeaveAsync(patience.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The server did not answer within {options.Patience.TotalSeconds:0} seconds.");
        }
        catch (Exception problem) when (problem is MailRefusedException or SocketException or AuthenticationException or FormatException or ArgumentException or IOException)
        {
            return Sentence(problem);
        }
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

using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CrmRoi.Web.Sending;

/// <summary>The server said no, or what no server says.</summary>
internal sealed class MailRefusedException(string message) : Exception(message);

/// <summary>A line to an SMTP server (RFC 5321): greeting, encryption, signing in, and messages.</summary>
/// <remarks>
/// Of the framework there is only SmtpClient, which speaks no implicit TLS and whose authors advise against it. This is the part of the
/// protocol that a sender needs, and no more.
/// </remarks>
internal sealed class MailLine : IAsyncDisposable
{
    private const string LineBreak = "\r\n";
    private const int LongestReply = 16 * 1024;

    private readonly TcpClient client = new();
    private readonly MailOptions options;
    private readonly byte[] unread = new byte[4096];
    private Stream stream = Stream.Null;
    private int next;
    private int end;

    private MailLine(MailOptions options) => this.options = options;

    /// <summary>Connects, encrypts and signs in, as the settings say.</summary>
    public static async Task<MailLine> OpenAsync(MailOptions options, CancellationToken cancellationToken)
    {
        var line = new MailLine(options);
        try
        {
            await line.GreetAsync(cancellationToken);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands over a message.</summary>
    public async Task SendAsync(MailAddress from, MailAddress to, string letter, CancellationToken cancellationToken)
    {
        await AskAsync($"MAIL FROM:<{AddressOf(from)}>", 250, "MAIL", cancellationToken);
        await AskAsync($"RCPT TO:<{AddressOf(to)}>", 250, "RCPT", cancellationToken);
        await AskAsync("DATA", 354, "DATA", cancellationToken);

        // A line that is a point ends the message, so one that begins with a point gets another.
        var stuffed = letter.Replace(LineBreak + ".", LineBreak + "..", StringComparison.Ordinal);
        await AskAsync(stuffed + ".", 250, "the message", cancellationToken);
    }

    /// <summary>Says goodbye. Whatever comes of that, what was handed over is handed over.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync("QUIT", 221, "QUIT", cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or MailRefusedException or OperationCanceledException)
        {
            // The server had nothing more to say.
        }
    }

    /// <summary>An address as it is told to servers: names of hosts beyond ASCII in the form of the DNS.</summary>
    /// <exception cref="MailRefusedException">Before the @ stand letters that not every server takes.</exception>
    public static string AddressOf(MailAddress address) => address.User.All(letter => letter is > ' ' and < (char)127 and not ('<' or '>'))
        ? $"{address.User}@{HostOf(address)}"
        : throw new MailRefusedException($"Nothing can be sent to “{address.Address}”: before the @ there may only be plain letters, digits and signs.");

    /// <summary>The host of an address, as the DNS knows it.</summary>
    public static string HostOf(MailAddress address) => new IdnMapping().GetAscii(address.Host);

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        await client.ConnectAsync(options.Host!, options.Port, cancellationToken);
        stream = client.GetStream();
        if (options.Tls == MailTls.Implicit)
        {
            await EncryptAsync(cancellationToken);
        }

        await ReadAsync(220, "the call", cancellationToken);
        var offers = await IntroduceAsync(cancellationToken);
        if (options.Tls == MailTls.StartTls)
        {
            if (!offers.Contains("STARTTLS"))
            {
                throw new MailRefusedException("The server offers no encryption by STARTTLS, so it was told nothing.");
            }

            await AskAsync("STARTTLS", 220, "STARTTLS", cancellationToken);
            await EncryptAsync(cancellationToken);
            offers = await IntroduceAsync(cancellationToken);
        }

        if (options.User is not null)
        {
            await SignInAsync(offers, cancellationToken);
        }
    }

    // Whatever was said before the line was encrypted may be anybody's, so nothing of it is heard afterwards.
    private async Task EncryptAsync(CancellationToken cancellationToken)
    {
        if (next < end)
        {
            throw new MailRefusedException("The server went on talking before the line was encrypted.");
        }

        var encrypted = new SslStream(stream);
        stream = encrypted;
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host, CertificateChainPolicy = Policy() }, cancellationToken);
    }

    private X509ChainPolicy? Policy()
    {
        if (options.Authority is not { } authority)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authority);
        return policy;
    }

    private async Task<HashSet<string>> IntroduceAsync(CancellationToken cancellationToken)
    {
        var own = ((IPEndPoint)client.Client.LocalEndPoint!).Address;
        own = own.IsIPv4MappedToIPv6 ? own.MapToIPv4() : own;
        var reply = await AskAsync($"EHLO [{(own.AddressFamily == AddressFamily.InterNetworkV6 ? "IPv6:" : "")}{own}]", 250, "EHLO", cancellationToken);
        return [.. reply.Skip(1).SelectMany(line => line.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)
            ? line.Split(' ').Skip(1).Select(way => $"AUTH {way}".ToUpperInvariant())
            : [line.Split(' ')[0].ToUpperInvariant()])];
    }

    private async Task SignInAsync(HashSet<string> offers, CancellationToken cancellationToken)
    {
        var (user, password) = (options.User!, options.Password ?? "");
        if (offers.Contains("AUTH PLAIN"))
        {
            await AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", 235, "AUTH", cancellationToken);
        }
        else if (offers.Contains("AUTH LOGIN"))
        {
            await AskAsync("AUTH LOGIN", 334, "AUTH", cancellationToken);
            await AskAsync(Base64(user), 334, "AUTH", cancellationToken);
            await AskAsync(Base64(password), 235, "AUTH", cancellationToken);
        }
        else
        {
            throw new MailRefusedException("The server offers no sign-in by PLAIN or LOGIN.");
        }
    }

    private async Task<IReadOnlyList<string>> AskAsync(string said, int expected, string about, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(said + LineBreak), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        return await ReadAsync(expected, about, cancellationToken);
    }

    // The lines of a reply without its code; the last one has a space after the code.
    private async Task<IReadOnlyList<string>> ReadAsync(int expected, string about, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        for (var size = 0; size < LongestReply;)
        {
            var line = await LineAsync(cancellationToken);
            size += line.Length + 1;
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length < 4 || line[3] != '-')
            {
                return line.StartsWith(expected.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    ? lines
                    : throw new MailRefusedException($"The server answered {about} with “{line[..Math.Min(line.Length, 3)]} {string.Join(' ', lines)}”.");
            }
        }

        throw new MailRefusedException("The server does not stop talking.");
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (line.Length < LongestReply)
        {
            if (next == end)
            {
                (next, end) = (0, await stream.ReadAsync(unread, cancellationToken));
                if (end == 0)
                {
                    throw new MailRefusedException("The server hung up.");
                }
            }

            var letter = (char)unread[next++];
            if (letter == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(letter is '\r' or (>= ' ' and < (char)127) ? letter : '?');
        }

        throw new MailRefusedException("The server does not stop talking.");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CrmRoi.Web.Sending;

namespace CrmRoi.Web.Tests.Sending;

/// <summary>How a server behaves.</summary>
public enum ServerMood
{
    /// <summary>It takes everything.</summary>
    Willing,

    /// <summary>It says that there is no such mailbox.</summary>
    Refusing,

    /// <summary>It never says a word.</summary>
    Silent,

    /// <summary>It says one letter after another, with long rests.</summary>
    Slow,

    /// <summary>It hangs up once it has the message, before it says that it has.</summary>
    Leaving,
}

/// <summary>A real SMTP server on a port of its own, which speaks as much of RFC 5321, 3207 and 4954 as a client needs.</summary>
public sealed class SmtpServer : IDisposable
{
    /// <summary>Who may sign in where the line is encrypted.</summary>
    public const string User = "crmroi";

    /// <summary>With what.</summary>
    public const string Password = "secret of the server";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly MailTls tls;
    private readonly string ways;

    /// <param name="mood">How it behaves.</param>
    /// <param name="tls">How it encrypts.</param>
    /// <param name="ways">The ways of signing in that it offers.</param>
    public SmtpServer(ServerMood mood, MailTls tls = MailTls.None, string ways = "PLAIN LOGIN")
    {
        (Mood, this.tls, this.ways) = (mood, tls, ways);
        Certificate = CertificateOf();
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public ServerMood Mood { get; set; }

    public int Port { get; }

    /// <summary>What it shows, signed by itself.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>What it took: the recipient, and everything after DATA.</summary>
    public ConcurrentQueue<(string To, string Data)> Taken { get; } = new();

    /// <summary>What clients said in the clear, DATA aside.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>What clients said on an encrypted line, DATA aside.</summary>
    public ConcurrentQueue<string> Secrets { get; } = new();

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
        Certificate.Dispose();
    }

    private static X509Certificate2 CertificateOf()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                _ = ServeAsync(client, stop.Token);
            }
            catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            if (Mood == ServerMood.Silent)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            }

            Stream stream = client.GetStream();
            stream = tls == MailTls.Implicit ? await EncryptAsync(stream, cancellationToken) : stream;
            await SayAsync(stream, "220 test", cancellationToken);
            for (var isAgain = true; isAgain;)
            {
                isAgain = await TalkAsync(stream, stream is SslStream, cancellationToken);
                stream = isAgain ? await EncryptAsync(stream, cancellationToken) : stream;
            }
        }
    }

    private async Task<SslStream> EncryptAsync(Stream stream, CancellationToken cancellationToken)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, cancellationToken);
        return encrypted;
    }

    /// <returns>Whether the talk goes on encrypted.</returns>
    private async Task<bool> TalkAsync(Stream stream, bool isEncrypted, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var (to, step) = ("", "");
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            (isEncrypted ? Secrets : Commands).Enqueue(line);
            var verb = step.Length > 0 ? step : line.Split(' ', ':')[0].ToUpperInvariant();
            to = verb == "RCPT" ? line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)] : to;
            (var reply, step) = ReplyTo(verb, line, isEncrypted);
            await SayAsync(stream, reply, cancellationToken);
            if (verb == "DATA")
            {
                Taken.Enqueue((to, await ReadDataAsync(reader, cancellationToken)));
                if (Mood == ServerMood.Leaving)
                {
                    return false;
                }

                await SayAsync(stream, "250 taken", cancellationToken);
            }
            else if (verb is "QUIT" or "STARTTLS")
            {
                return verb == "STARTTLS";
            }
        }

        return false;
    }

    private (string Reply, string Step) ReplyTo(string verb, string line, bool isEncrypted) => verb switch
    {
        "EHLO" when isEncrypted => ($"250-test\r\n250-SIZE 10000000\r\n250 AUTH {ways}", ""),
        "EHLO" when tls == MailTls.StartTls => ("250-test\r\n250 STARTTLS", ""),
        "EHLO" or "HELO" => ("250 test", ""),
        "STARTTLS" => ("220 go on", ""),
        "AUTH" when line == "AUTH LOGIN" => ("334 VXNlcm5hbWU6", "NAME"),
        "NAME" => ("334 UGFzc3dvcmQ6", Text(line) == User ? "WORD" : "NOBODY"),
        "WORD" => (Text(line) == Password ? "235 come in" : "535 5.7.8 wrong name or password", ""),
        "AUTH" => (Text(line.Split(' ')[^1]) == $"\0{User}\0{Password}" ? "235 come in" : "535 5.7.8 wrong name or password", ""),
        "RCPT" when Mood == ServerMood.Refusing => ("550 5.1.1 no such mailbox", ""),
        "DATA" => ("354 go on", ""),
        "QUIT" => ("221 bye", ""),
        _ => ("250 ok", ""),
    };

    private async Task SayAsync(Stream stream, string reply, CancellationToken cancellationToken)
    {
        foreach (var part in Mood == ServerMood.Slow ? [.. reply.Select(letter => letter.ToString()), "\r\n"] : new[] { reply + "\r\n" })
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(part), cancellationToken);
            await Task.Delay(Mood == ServerMood.Slow ? 200 : 0, cancellationToken);
        }
    }

    private static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static async Task<string> ReadDataAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(cancellationToken) is { } line && line != ".")
        {
            text.Append(line).Append("\r\n");
        }

        return text.ToString();
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

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
}

/// <summary>A real SMTP server on a port of its own, which speaks as much of RFC 5321 as a client needs and offers no encryption.</summary>
public sealed class SmtpServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();

    public SmtpServer(ServerMood mood)
    {
        Mood = mood;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public ServerMood Mood { get; set; }

    public int Port { get; }

    /// <summary>What it took: the recipient, and everything after DATA.</summary>
    public ConcurrentQueue<(string To, string Data)> Taken { get; } = new();

    /// <summary>What clients said, DATA aside.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
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

            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            var to = "";
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                Commands.Enqueue(line);
                var verb = line.Split(' ', ':')[0].ToUpperInvariant();
                to = verb == "RCPT" ? line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)] : to;
                await writer.WriteLineAsync(verb switch
                {
                    "EHLO" or "HELO" => "250 test",
                    "RCPT" when Mood == ServerMood.Refusing => "550 5.1.1 no such mailbox",
                    "DATA" => "354 go on",
                    "QUIT" => "221 bye",
                    _ => "250 ok",
                });
                if (verb == "DATA")
                {
                    Taken.Enqueue((to, await ReadDataAsync(reader, cancellationToken)));
                    await writer.WriteLineAsync("250 taken");
                }
                else if (verb == "QUIT")
                {
                    return;
                }
            }
        }
    }

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

using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrmRoi.Data;

namespace CrmRoi.Web.Sending;

/// <summary>How the line to the server is encrypted.</summary>
public enum MailTls
{
    /// <summary>It begins in the clear and is encrypted before anything is told; a server that does not offer that gets nothing.</summary>
    StartTls,

    /// <summary>From the first byte, as on port 465.</summary>
    Implicit,

    /// <summary>Not at all: for a server on the same machine, or in a network that is encrypted by itself.</summary>
    None,
}

/// <summary>How messages leave: the settings of the section <c>Mail</c>.</summary>
/// <remarks>The password comes from the environment (<c>Mail__Password</c>) or from user secrets. It is never stored, logged or shown.</remarks>
public sealed class MailOptions
{
    public const string Section = "Mail";

    private const int StandardPort = 587;
    private const int PortOfImplicitTls = 465;
    private const int StandardSeconds = 30;

    /// <summary>The server; without one messages are written and wait.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = StandardPort;

    public MailTls Tls { get; init; }

    public string? User { get; init; }

    /// <summary>Certificates that vouch for the server in place of those that the machine trusts; none for those.</summary>
    public X509Certificate2Collection? Authority { get; init; }

    internal string? Password { get; init; }

    /// <summary>The address of the sender.</summary>
    public string Sender { get; init; } = "";

    /// <summary>How long an attempt may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(StandardSeconds);

    public bool IsSet => Host is not null;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static MailOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (TextOf(section, "Host") is not { } host)
        {
            return new();
        }

        var from = TextOf(section, "From") ?? "";
        if (!MailAddress.TryCreate(from, out _))
        {
            throw new SettingsException($"Mail:From is “{from}”, but must be an e-mail address.");
        }

        var (port, user) = (Number(section, "Port", StandardPort, 65_535), TextOf(section, "User"));
        var tls = TlsOf(section, port);
        if (tls == MailTls.None && user is not null && !IsThisMachine(host))
        {
            throw new SettingsException($"Mail:Tls is None, but Mail:User is set: the password would be sent to {host} in the clear.");
        }

        return new()
        {
            Host = host,
            Port = port,
            Tls = tls,
            User = user,
            Password = section["Password"],
            Authority = AuthorityOf(section),
            Sender = from,
            Patience = TimeSpan.FromSeconds(Number(section, "Seconds", StandardSeconds, 600)),
        };
    }

    private static string? TextOf(IConfigurationSection section, string name) => section[name] is { Length: > 0 } text ? text : null;

    private static MailTls TlsOf(IConfigurationSection section, int port) => TextOf(section, "Tls") switch
    {
        null => port == PortOfImplicitTls ? MailTls.Implicit : MailTls.StartTls,
        nameof(MailTls.StartTls) => MailTls.StartTls,
        nameof(MailTls.Implicit) => MailTls.Implicit,
        nameof(MailTls.None) => MailTls.None,
        var other => throw new SettingsException($"Mail:Tls is “{other}”, but must be StartTls, Implicit or None."),
    };

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static X509Certificate2Collection? AuthorityOf(IConfigurationSection section)
    {
        if (TextOf(section, "Authority") is not { } path)
        {
            return null;
        }

        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingsException($"Mail:Authority is “{path}”, but that cannot be read: {problem.Message}");
        }

        return certificates.Count > 0 ? certificates : throw new SettingsException($"Mail:Authority is “{path}”, but there is no certificate in it (PEM).");
    }

    private static int Number(IConfigurationSection section, string name, int standard, int most) => TextOf(section, name) is not { } text ? standard
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number
        : throw new SettingsException(string.Create(CultureInfo.InvariantCulture, $"Mail:{name} is “{text}”, but must be a number from 1 to {most}."));
}

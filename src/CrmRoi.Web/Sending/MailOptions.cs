using System.Globalization;
using System.Net.Mail;
using CrmRoi.Data;

namespace CrmRoi.Web.Sending;

/// <summary>How messages leave: the settings of the section <c>Mail</c>.</summary>
/// <remarks>The password comes from the environment (<c>Mail__Password</c>) or from user secrets. It is never stored, logged or shown.</remarks>
public sealed class MailOptions
{
    public const string Section = "Mail";

    private const int StandardPort = 587;
    private const int StandardSeconds = 30;

    /// <summary>The server; without one messages are written and wait.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = StandardPort;

    /// <summary>Whether the line is encrypted by STARTTLS, which is then required. Encryption from the first byte (port 465) is not spoken.</summary>
    public bool UsesTls { get; init; } = true;

    public string? User { get; init; }

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
        if (section["Host"] is not { Length: > 0 } host)
        {
            return new();
        }

        var from = section["From"] ?? "";
        if (!MailAddress.TryCreate(from, out _))
        {
            throw new SettingsException($"Mail:From is “{from}”, but must be an e-mail address.");
        }

        var tls = section["Tls"] is { Length: > 0 } asked ? asked : "StartTls";
        return new()
        {
            Host = host,
            Port = Number(section, "Port", StandardPort, 65_535),
            UsesTls = tls switch
            {
                "StartTls" => true,
                "None" => false,
                _ => throw new SettingsException($"Mail:Tls is “{tls}”, but must be StartTls or None."),
            },
            User = section["User"] is { Length: > 0 } user ? user : null,
            Password = section["Password"],
            Sender = from,
            Patience = TimeSpan.FromSeconds(Number(section, "Seconds", StandardSeconds, 600)),
        };
    }

    private static int Number(IConfigurationSection section, string name, int standard, int most) => section[name] is not { Length: > 0 } text ? standard
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number
        : throw new SettingsException(string.Create(CultureInfo.InvariantCulture, $"Mail:{name} is “{text}”, but must be a number from 1 to {most}."));
}

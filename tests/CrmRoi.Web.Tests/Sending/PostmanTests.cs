using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using CrmRoi.Data;
using CrmRoi.Web.Sending;
using Microsoft.Extensions.Configuration;

namespace CrmRoi.Web.Tests.Sending;

/// <summary>What is said to a real server on each kind of line.</summary>
public sealed partial class PostmanTests
{
    [Theory]
    [InlineData(MailTls.StartTls, "PLAIN LOGIN")]
    [InlineData(MailTls.StartTls, "LOGIN")]
    [InlineData(MailTls.Implicit, "PLAIN")]
    [InlineData(MailTls.Implicit, "XOAUTH2 LOGIN")]
    public async Task On_an_encrypted_line_it_signs_in_and_hands_over_the_message(MailTls tls, string ways)
    {
        using var server = new SmtpServer(ServerMood.Willing, tls, ways);

        var failure = await PostmanOf(server, tls).DeliverAsync(Message(), CancellationToken.None);

        failure.Should().BeNull();
        server.Taken.Should().ContainSingle().Which.To.Should().Be("anna@test.example");
        server.Secrets.Should().Contain(said => said.StartsWith("AUTH ", StringComparison.Ordinal)).And.Contain("MAIL FROM:<crmroi@test.example>").And.Contain("QUIT");
        server.Commands.Where(said => !said.StartsWith("EHLO", StringComparison.Ordinal)).Should().Equal(tls == MailTls.StartTls ? ["STARTTLS"] : []);
    }

    [Theory]
    [InlineData(MailTls.StartTls)]
    [InlineData(MailTls.Implicit)]
    public async Task A_server_for_whom_nobody_vouches_is_told_nothing(MailTls tls)
    {
        using var server = new SmtpServer(ServerMood.Willing, tls);

        var failure = await PostmanOf(server, tls, isTrusted: false).DeliverAsync(Message(), CancellationToken.None);

        failure.Should().Contain("certificate");
        server.Secrets.Should().BeEmpty();
        server.Taken.Should().BeEmpty();
    }

    [Fact]
    public async Task A_wrong_password_is_told_in_the_servers_words_and_not_repeated()
    {
        using var server = new SmtpServer(ServerMood.Willing, MailTls.Implicit);

        var failure = await PostmanOf(server, MailTls.Implicit, password: "not the password").DeliverAsync(Message(), CancellationToken.None);

        failure.Should().Contain("wrong name or password").And.NotContain("not the password");
        server.Taken.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_offers_no_known_sign_in_is_told_nothing_more()
    {
        using var server = new SmtpServer(ServerMood.Willing, MailTls.Implicit, "XOAUTH2");

        var failure = await PostmanOf(server, MailTls.Implicit).DeliverAsync(Message(), CancellationToken.None);

        failure.Should().Contain("PLAIN or LOGIN");
        server.Secrets.Should().OnlyContain(said => said.StartsWith("EHLO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_dribbles_is_given_up_in_time()
    {
        using var server = new SmtpServer(ServerMood.Slow);
        var began = Environment.TickCount64;

        var failure = await PostmanOf(server, MailTls.None, patience: TimeSpan.FromSeconds(2)).DeliverAsync(Message(), CancellationToken.None);

        failure.Should().Contain("within 2 seconds", "every letter comes in time, the whole does not");
        (Environment.TickCount64 - began).Should().BeGreaterThanOrEqualTo(1_900);
        server.Taken.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_leaves_before_it_says_that_it_took_the_message_has_not_taken_it()
    {
        using var server = new SmtpServer(ServerMood.Leaving);

        var failure = await PostmanOf(server, MailTls.None).DeliverAsync(Message(), CancellationToken.None);

        failure.Should().Contain("hung up");
    }

    [Theory]
    [InlineData("Anna\r\nBcc: thief@test.example", "Report\r\n\r\nAnother body")]
    [InlineData("<script>alert(1)</script>", "=?utf-8?B?QmNj?= \"quoted\" <x@y>")]
    [InlineData("مؤسسة الاختبار 🦊", "👩‍👩‍👧‍👦🇩🇪")]
    [InlineData("", "..\r\n.\r\nQUIT")]
    public async Task No_name_and_no_subject_gets_out_of_its_header(string name, string subject)
    {
        using var server = new SmtpServer(ServerMood.Willing);
        var message = Message(name, subject + new string('é', 300), ".\r\n.\r\nQUIT\r\n" + subject);

        var failure = await PostmanOf(server, MailTls.None).DeliverAsync(message, CancellationToken.None);

        failure.Should().BeNull();
        var letter = server.Taken.Should().ContainSingle().Subject.Data;
        letter.Should().MatchRegex(@"\A[\x20-\x7e\r\n]*\z");
        letter.Split("\r\n").Should().OnlyContain(line => line.Length <= 78);
        var head = letter[..letter.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
        head.Select(line => line.Split(':')[0]).Should().Equal("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type");
        Decoded(head[1]).Should().Be(OneLine($"To: {name} <anna@test.example>"));
        Decoded(head[2]).Should().Be(OneLine($"Subject: {message.Subject}"));
        Bodies(letter).Should().Equal(message.Text, message.Html);
        server.Commands.Count(said => said == "QUIT").Should().Be(1);
    }

    [Theory]
    [InlineData("müller@test.example", "before the @")]
    [InlineData("not an address", "form required")]
    public async Task An_address_that_no_server_understands_is_told_and_not_tried(string address, string reason)
    {
        using var server = new SmtpServer(ServerMood.Willing);

        var failure = await PostmanOf(server, MailTls.None).DeliverAsync(Message(to: address), CancellationToken.None);

        failure.Should().NotBeNullOrEmpty().And.Contain(reason);
        server.Taken.Should().BeEmpty();
    }

    [Fact]
    public async Task A_host_beyond_ascii_is_told_as_the_dns_knows_it()
    {
        using var server = new SmtpServer(ServerMood.Willing);

        var failure = await PostmanOf(server, MailTls.None).DeliverAsync(Message(to: "anna@büro.example"), CancellationToken.None);

        failure.Should().BeNull();
        server.Taken.Single().To.Should().Be("anna@xn--bro-hoa.example");
    }

    [Theory]
    [InlineData(null, "587", MailTls.StartTls)]
    [InlineData(null, "465", MailTls.Implicit)]
    [InlineData("StartTls", "465", MailTls.StartTls)]
    [InlineData("Implicit", "2465", MailTls.Implicit)]
    [InlineData("None", "25", MailTls.None)]
    public void The_port_says_how_a_line_is_encrypted_unless_a_setting_does(string? tls, string port, MailTls expected)
    {
        var options = Read(("Mail:Tls", tls), ("Mail:Port", port));

        options.Tls.Should().Be(expected);
    }

    [Fact]
    public void A_password_is_not_sent_in_the_clear_to_another_machine()
    {
        var far = () => Read(("Mail:Tls", "None"), ("Mail:User", "crmroi"));
        var near = Read(("Mail:Host", "127.0.0.1"), ("Mail:Tls", "None"), ("Mail:User", "crmroi"));

        far.Should().Throw<SettingsException>().WithMessage("*in the clear*");
        near.User.Should().Be("crmroi");
    }

    [Fact]
    public async Task A_certificate_of_ones_own_can_be_vouched_for_by_a_file()
    {
        using var server = new SmtpServer(ServerMood.Willing, MailTls.Implicit);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, server.Certificate.ExportCertificatePem());

        var options = Read(("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{server.Port}"), ("Mail:Tls", "Implicit"), ("Mail:Authority", file));
        var failure = await new Postman(options).DeliverAsync(Message(), CancellationToken.None);
        await File.WriteAllTextAsync(file, "nothing");
        var reading = () => Read(("Mail:Authority", file));

        failure.Should().BeNull();
        reading.Should().Throw<SettingsException>().WithMessage("Mail:Authority*no certificate*");
        File.Delete(file);
        reading.Should().Throw<SettingsException>().WithMessage("Mail:Authority*cannot be read*");
    }

    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[A-Za-z0-9+/=]*)\?= ?")]
    private static partial Regex EncodedWords();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("Content-Transfer-Encoding: base64\r\n\r\n(?<body>[A-Za-z0-9+/=\r\n]+)")]
    private static partial Regex Base64Bodies();

    // Line breaks and other control characters are spaces in a header, and how many is nobody's concern.
    private static string OneLine(string text) => Spaces().Replace(text, " ").Trim();

    private static string Decoded(string header) =>
        OneLine(EncodedWords().Replace(header, word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))).Replace("<anna", " <anna", StringComparison.Ordinal));

    private static IEnumerable<string> Bodies(string letter) =>
        Base64Bodies().Matches(letter).Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["body"].Value.ReplaceLineEndings(""))));

    private static MailMessage Message(string name = "Anna", string subject = "A report", string text = "Dear Anna", string to = "anna@test.example") => new()
    {
        Programme = "New CRM",
        Kind = MailKind.Digest,
        To = to,
        Name = name,
        Subject = subject,
        Text = text,
        Html = "<p>Dear Anna</p>",
        WrittenAt = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero),
    };

    private static Postman PostmanOf(SmtpServer server, MailTls tls, bool isTrusted = true, string password = SmtpServer.Password, TimeSpan? patience = null) => new(new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        Tls = tls,
        User = tls == MailTls.None ? null : SmtpServer.User,
        Password = password,
        Authority = isTrusted ? [X509CertificateLoader.LoadCertificate(server.Certificate.Export(X509ContentType.Cert))] : null,
        Sender = "crmroi@test.example",
        Patience = patience ?? TimeSpan.FromMinutes(5), // a slow machine is no failure
    });

    private static MailOptions Read(params (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Mail:Host"] = "mail.test.example", ["Mail:From"] = "crmroi@test.example" };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return MailOptions.From(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}

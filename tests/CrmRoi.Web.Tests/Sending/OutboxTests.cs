using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Web.Sending;
using CrmRoi.Web.Tests.Pages.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrmRoi.Web.Tests.Sending;

public sealed partial class OutboxTests(ReportApp app) : IClassFixture<ReportApp>
{
    private TimeSpan patience = TimeSpan.FromMinutes(5); // a slow machine is no failure

    [Fact]
    public async Task A_report_goes_to_each_reader_in_their_language_and_with_what_they_may_see()
    {
        using var server = new SmtpServer(ServerMood.Willing);
        await InGermanAsync(Roles.Cfo);

        await RunAsync(server.Port, MailKind.Report, Roles.Cfo, Roles.Manager);

        server.Taken.Should().HaveCount(2);
        var (cfo, manager) = (MailTo(server, Roles.Cfo), MailTo(server, Roles.Manager));
        Texts(cfo).Should().Contain("Guten Tag").And.Contain("Rendite").And.Contain("<table");
        Texts(manager).Should().Contain("Dear").And.Contain("Return on investment");
        cfo.Should().Contain("application/pdf").And.Contain("roi-report-2026-");
        var (full, brief) = (Pdf(cfo), Pdf(manager));
        Encoding.ASCII.GetString(full, 0, 5).Should().Be("%PDF-");
        full.Length.Should().BeGreaterThan(brief.Length, "a manager gets no single costs");
    }

    [Fact]
    public async Task What_was_sent_stays_as_a_log_without_what_it_said()
    {
        using var server = new SmtpServer(ServerMood.Willing);

        await RunAsync(server.Port, MailKind.Digest, Roles.Admin);

        var message = await LastAsync();
        (message.SentAt, message.NextAt, message.Attempts, message.Failure, message.Text, message.File).Should().Be((app.Clock.Now, null, 1, null, "", null));
        (await app.GetPageAsync("/admin/schedules")).QuerySelector("[data-testid=message]")!.TextContent.Should().Contain(CrmRoiApp.EmailOf(Roles.Admin)).And.Contain("Sent");
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_with_longer_and_longer_rests_until_it_is_given_up()
    {
        int port;
        using (var gone = new SmtpServer(ServerMood.Willing))
        {
            port = gone.Port;
        }

        var start = app.Clock.Now;
        await RunAsync(port, MailKind.Digest, Roles.Admin);
        var rests = new List<TimeSpan>();
        for (var message = await LastAsync(); message.NextAt is { } next; message = await LastAsync())
        {
            rests.Add(next - app.Clock.Now);
            app.Clock.Now = next;
            await SendAsync(port);
        }

        app.Clock.Now = start;
        rests.Should().Equal(Outbox.Rests);
        var last = await LastAsync();
        (last.Attempts, last.SentAt).Should().Be((7, null));
        last.Failure.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_server_that_refuses_is_quoted_and_the_next_attempt_gets_through()
    {
        using var server = new SmtpServer(ServerMood.Refusing);
        await RunAsync(server.Port, MailKind.Digest, Roles.Admin);
        var refused = await LastAsync();

        server.Mood = ServerMood.Willing;
        await SendAsync(server.Port);
        var early = server.Taken.Count;
        app.Clock.Now = refused.NextAt!.Value;
        await SendAsync(server.Port);
        app.Clock.Now -= Outbox.Rests[0];

        refused.Failure.Should().Contain("no such mailbox");
        early.Should().Be(0, "it rests for a minute first");
        server.Taken.Should().ContainSingle();
        (await LastAsync()).Attempts.Should().Be(2);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_not_waited_for()
    {
        using var server = new SmtpServer(ServerMood.Silent);
        patience = TimeSpan.FromSeconds(1);

        await RunAsync(server.Port, MailKind.Digest, Roles.Admin);

        var message = await LastAsync();
        message.Failure.Should().Contain("did not answer within 1 seconds");
        message.NextAt.Should().NotBeNull();
    }

    [Fact]
    public async Task Without_encryption_nothing_is_told_where_encryption_is_asked_for()
    {
        using var server = new SmtpServer(ServerMood.Willing);

        await RunAsync(server.Port, MailKind.Digest, tls: true, Roles.Admin);

        server.Taken.Should().BeEmpty();
        server.Commands.Should().NotContain(command => command.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) || command.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
        (await LastAsync()).Failure.Should().Contain("STARTTLS").And.NotContain("secret of the server");
    }

    [Fact]
    public async Task Of_a_review_nobody_is_reminded_before_it_is_due()
    {
        using var server = new SmtpServer(ServerMood.Willing);
        await app.SeedAsync(new ReviewPlan { Programme = "New CRM", Cadence = ReviewCadence.Annual, Since = new Month(2026, 12), Days = 10 });

        await RunAsync(server.Port, MailKind.ReviewReminder, Roles.Admin);
        var before = server.Taken.Count;
        app.Clock.Now = app.Clock.Now.AddMonths(3);
        await RunAsync(server.Port, MailKind.ReviewReminder, Roles.Admin);
        app.Clock.Now = app.Clock.Now.AddMonths(-3);

        before.Should().Be(0);
        Texts(server.Taken.Single().Data).Should().Contain("was due on 10");
    }

    [Theory]
    [InlineData(MailCadence.Daily, 1, "0 0 7 * * ?")]
    [InlineData(MailCadence.Weekly, 7, "0 0 7 ? * SUN")]
    [InlineData(MailCadence.Monthly, 28, "0 0 7 28 * ?")]
    [InlineData(MailCadence.Quarterly, 5, "0 0 7 5 1,4,7,10 ?")]
    public void A_schedule_is_written_as_the_scheduler_reads_it(MailCadence cadence, int day, string cron)
    {
        var schedule = new MailSchedule { Programme = "New CRM", Cadence = cadence, Day = day };

        Timetable.CronOf(schedule, 4).Should().Be(cron);
        FluentActions.Invoking(() => new Quartz.CronExpression(cron)).Should().NotThrow();
    }

    [Theory]
    [InlineData("Mail:From", "nobody", "Mail:From")]
    [InlineData("Mail:Port", "0", "Mail:Port")]
    [InlineData("Mail:Tls", "maybe", "Mail:Tls")]
    public void A_wrong_setting_stops_the_start_with_a_sentence(string key, string value, string named)
    {
        var settings = new Dictionary<string, string?> { ["Mail:Host"] = "localhost", ["Mail:From"] = "crmroi@test.example", [key] = value };

        var reading = () => MailOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

        reading.Should().Throw<SettingsException>().WithMessage($"*{named}*");
    }

    [GeneratedRegex("Content-Transfer-Encoding: base64\r\n(?:[A-Za-z-]+:[^\r]*\r\n(?:[ \t][^\r]*\r\n)*)*\r\n(?<body>[A-Za-z0-9+/=\r\n]+)")]
    private static partial Regex Parts();

    private static IEnumerable<byte[]> Bodies(string data) => Parts().Matches(data).Select(match => Convert.FromBase64String(match.Groups["body"].Value.ReplaceLineEndings("")));

    private static string Texts(string data) => string.Join('\n', Bodies(data).Take(2).Select(body => WebUtility.HtmlDecode(Encoding.UTF8.GetString(body))));

    private static byte[] Pdf(string data) => Bodies(data).Last();

    private static string MailTo(SmtpServer server, string role) => server.Taken.Single(mail => mail.To == CrmRoiApp.EmailOf(role)).Data;

    private Task InGermanAsync(string role) => app.SeedAsync(async services =>
    {
        var context = services.GetRequiredService<CrmRoiContext>();
        (await context.Users.SingleAsync(user => user.Email == CrmRoiApp.EmailOf(role))).Culture = "de";
        await context.SaveChangesAsync();
    });

    private Task<MailMessage> LastAsync() => app.ReadAsync(context => context.MailMessages.AsNoTracking().OrderByDescending(message => message.Id).FirstAsync());

    private Task RunAsync(int port, MailKind kind, params string[] roles) => RunAsync(port, kind, tls: false, roles);

    private Task RunAsync(int port, MailKind kind, bool tls, params string[] roles) => app.SeedAsync(async services =>
    {
        var context = services.GetRequiredService<CrmRoiContext>();
        await context.MailMessages.ExecuteDeleteAsync();
        var addresses = roles.Select(CrmRoiApp.EmailOf).ToList();
        var recipients = await context.Users.Where(user => addresses.Contains(user.Email!)).Select(user => user.Id).ToListAsync();
        var outbox = OutboxOf(services, port, tls);
        await outbox.WriteAsync(new MailSchedule { Programme = "New CRM", Kind = kind, Recipients = recipients }, CancellationToken.None);
        await outbox.SendAsync(CancellationToken.None);
    });

    private Task SendAsync(int port) => app.SeedAsync(services => OutboxOf(services, port, tls: false).SendAsync(CancellationToken.None));

    private Outbox OutboxOf(IServiceProvider services, int port, bool tls)
    {
        var options = new MailOptions
        {
            Host = "127.0.0.1",
            Port = port,
            Tls = tls ? MailTls.StartTls : MailTls.None,
            Sender = "crmroi@test.example",
            User = tls ? "crmroi" : null,
            Password = "secret of the server",
            Patience = patience,
        };
        return new(
            services.GetRequiredService<CrmRoiContext>(), services.GetRequiredService<FigureStore>(), services.GetRequiredService<EvidenceStore>(),
            services.GetRequiredService<CrmRoi.Web.Pages.Reviews.ReviewReminders>(), services.GetRequiredService<MailWriter>(), new Postman(options), options,
            services.GetRequiredService<TimeProvider>(), NullLogger<Outbox>.Instance);
    }
}

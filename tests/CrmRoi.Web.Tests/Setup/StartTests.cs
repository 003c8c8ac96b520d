using System.Diagnostics;
using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace CrmRoi.Web.Tests.Setup;

public sealed class StartTests
{
    [Theory]
    [InlineData("--Database:Provider=Oracle", "Database:Provider is “Oracle”")]
    [InlineData("--Database:Provider=PostgreSql", "ConnectionStrings:CrmRoi is missing")]
    [InlineData("--ConnectionStrings:CrmRoi=Data Source=/dev/null/nowhere.db", "The folder of the database cannot be used")]
    public async Task Wrong_settings_end_the_start_with_one_sentence(string setting, string sentence)
    {
        var (code, errors) = await StartAsync(setting);

        code.Should().Be(1);
        errors.Should().ContainSingle().Which.Should().Contain(sentence);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://localhost:5080;http://192.0.2.1:5080")]
    public void The_demo_listens_on_this_computer_only(string urls)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Demo", "true"), new("urls", urls)]).Build();

        var reading = () => DemoMode.From(settings);

        reading.Should().Throw<SettingsException>().WithMessage("The demo has passwords that everybody knows*");
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0;https://[::1]:5081")]
    public void The_demo_takes_any_address_of_this_computer(string urls)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Demo", "true"), new("urls", urls)]).Build();

        DemoMode.From(settings).IsOn.Should().BeTrue();
    }

    [Fact]
    public void The_switch_of_the_demo_takes_nothing_that_follows_for_its_value()
    {
        DemoMode.ReadSwitch(["--demo", "--urls", "http://localhost:1"]).Should().Equal("--Demo=true", "--urls", "http://localhost:1");
    }

    private static async Task<(int Code, string[] Errors)> StartAsync(string setting)
    {
        var folder = Directory.CreateTempSubdirectory("crmroi-start-");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList = { typeof(Program).Assembly.Location, "--urls=http://127.0.0.1:0", setting },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        folder.Delete(recursive: true);
        return (process.ExitCode, errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}

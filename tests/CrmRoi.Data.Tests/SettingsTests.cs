using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Data.Tests;

public sealed class SettingsTests
{
    private static readonly string[] Providers = ["Sqlite", "SqlServer", "PostgreSql"];

    [Fact]
    public void Without_settings_the_database_is_a_file_that_is_migrated_at_the_start()
    {
        var options = Read();

        options.Should().BeEquivalentTo(new { Provider = "Sqlite", ConnectionString = "Data Source=data/crmroi.db", Migrates = true }, compare => compare);
    }

    [Fact]
    public void A_server_is_migrated_only_if_told()
    {
        Read(("Database:Provider", "postgresql"), ("ConnectionStrings:CrmRoi", "Host=db")).Migrates.Should().BeFalse();
        Read(("Database:Provider", "SqlServer"), ("ConnectionStrings:CrmRoi", "Server=db"), ("Database:Migrate", "true")).Migrates.Should().BeTrue();
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider is “Oracle”, but must be one of Sqlite, SqlServer, PostgreSql.")]
    [InlineData("Database:Provider", "PostgreSql", "ConnectionStrings:CrmRoi is missing: PostgreSql needs one.")]
    [InlineData("Database:Migrate", "perhaps", "Database:Migrate is “perhaps”, but must be true or false.")]
    public void A_wrong_setting_is_named_in_one_sentence(string setting, string value, string sentence)
    {
        var read = () => Read((setting, value));

        read.Should().Throw<SettingsException>().WithMessage(sentence);
    }

    [Fact]
    public async Task A_connection_string_that_cannot_be_read_is_named()
    {
        await using var services = new ServiceCollection()
            .AddCrmRoiData(Configuration(("ConnectionStrings:CrmRoi", "Nonsense=1")), new Dictionary<string, Action<DbContextOptionsBuilder, string>>
            {
                ["Sqlite"] = (options, connection) => CrmRoi.Data.Sqlite.SqliteExtensions.UseCrmRoiSqlite(options, connection),
            })
            .BuildServiceProvider();

        var prepare = () => services.GetRequiredService<DatabaseStart>().PrepareAsync(CancellationToken.None);

        await prepare.Should().ThrowAsync<SettingsException>().WithMessage("ConnectionStrings:CrmRoi cannot be read:*");
    }

    [Fact]
    public async Task A_database_that_is_too_old_stops_the_start_where_migrating_is_off()
    {
        var folder = Directory.CreateTempSubdirectory("crmroi-data-");
        await using var services = new ServiceCollection()
            .AddCrmRoiData(
                Configuration(("ConnectionStrings:CrmRoi", $"Data Source={folder.FullName}/empty.db;Pooling=false"), ("Database:Migrate", "false")),
                new Dictionary<string, Action<DbContextOptionsBuilder, string>>
                {
                    ["Sqlite"] = (options, connection) => CrmRoi.Data.Sqlite.SqliteExtensions.UseCrmRoiSqlite(options, connection),
                })
            .BuildServiceProvider();

        var prepare = () => services.GetRequiredService<DatabaseStart>().PrepareAsync(CancellationToken.None);

        await prepare.Should().ThrowAsync<SettingsException>().WithMessage("The database is older than this program*");
        folder.Delete(recursive: true);
    }

    private static DatabaseOptions Read(params (string Key, string Value)[] settings) => DatabaseOptions.From(Configuration(settings), Providers);

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build();
}

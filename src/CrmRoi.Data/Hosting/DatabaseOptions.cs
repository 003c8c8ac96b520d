using Microsoft.Extensions.Configuration;

namespace CrmRoi.Data;

/// <summary>The database: settings <c>Database:Provider</c>, <c>Database:Migrate</c>, <c>ConnectionStrings:CrmRoi</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Database";

    /// <summary>The provider that needs no server.</summary>
    public const string Sqlite = "Sqlite";

    private const string DefaultSqlite = "Data Source=data/crmroi.db";

    /// <value>Sqlite, SqlServer or PostgreSql, in any case; Sqlite unless told otherwise.</value>
    public string Provider { get; set; } = Sqlite;

    /// <value>Whether the start migrates the database; unless told otherwise, true for SQLite and false for servers.</value>
    public bool? Migrate { get; set; }

    /// <summary>Where it is.</summary>
    public string ConnectionString { get; private set; } = DefaultSqlite;

    internal bool Migrates => Migrate ?? Provider == Sqlite;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">The provider is none of those, or a server has no connection string.</exception>
    public static DatabaseOptions From(IConfiguration configuration, IEnumerable<string> providers)
    {
        var section = configuration.GetSection(Section);
        var asked = section["Provider"] is { Length: > 0 } value ? value : Sqlite;
        var names = providers.ToList();
        var provider = names.Find(name => string.Equals(name, asked, StringComparison.OrdinalIgnoreCase))
            ?? throw new SettingsException($"Database:Provider is “{asked}”, but must be one of {string.Join(", ", names)}.");
        var connection = configuration.GetConnectionString("CrmRoi");
        if (string.IsNullOrWhiteSpace(connection))
        {
            connection = provider == Sqlite
                ? DefaultSqlite
                : throw new SettingsException($"ConnectionStrings:CrmRoi is missing: {provider} needs one.");
        }

        return new() { Provider = provider, Migrate = ReadMigrate(section["Migrate"]), ConnectionString = connection };
    }

    private static bool? ReadMigrate(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : bool.TryParse(text, out var migrate) ? migrate
        : throw new SettingsException($"Database:Migrate is “{text}”, but must be true or false.");
}

/// <summary>A setting is wrong: the message is one sentence for whoever starts the program, which prints it and ends.</summary>
public sealed class SettingsException : Exception
{
    public SettingsException(string message)
        : base(message)
    {
    }

    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SettingsException()
    {
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Data;

/// <summary>Says how rows are written fast on the database that a context is set up for.</summary>
public sealed class RowWriterOption(RowWriter writer) : IDbContextOptionsExtension
{
    internal static RowWriter Tracked { get; } = new();

    public RowWriter Writer => writer;

    public DbContextOptionsExtensionInfo Info => new Description(this);

    /// <summary>Sets a context up with a writer.</summary>
    public static void Use(DbContextOptionsBuilder options, RowWriter writer) =>
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new RowWriterOption(writer));

    public void ApplyServices(IServiceCollection services)
    {
        // It only carries the writer.
    }

    public void Validate(IDbContextOptions options)
    {
        // Every writer will do.
    }

    private sealed class Description(RowWriterOption option) : DbContextOptionsExtensionInfo(option)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is Description;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
            // Nothing to tell.
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>One import of one file or several, from the moment somebody asks for it: whoever looks sees how far it is, whatever process does it.</summary>
public sealed class ImportJob
{
    /// <summary>Characters of <see cref="Files"/> and <see cref="Problem"/> that are kept.</summary>
    public const int LongestText = Limits.Text;

    public int Id { get; init; }

    /// <summary>The sign-in name of whoever asked for it.</summary>
    public required string User { get; init; }

    /// <summary>The names of the files that were sent, for people.</summary>
    public required string Files { get; init; }

    public ImportState State { get; set; }

    public DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How many rows of all files are read, refused ones included.</summary>
    public long RowsRead { get; set; }

    /// <summary>How many rows they have; 0 as long as nobody knows.</summary>
    public long RowsTotal { get; set; }

    /// <summary>What it is at.</summary>
    public ImportPhase Phase { get; set; }

    /// <summary>The process that does it, for others to see whether it is still alive.</summary>
    public string? Worker { get; set; }

    /// <summary>When that process last gave a sign of life.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>Why it failed, in one English sentence; none if it did not.</summary>
    public string? Problem { get; set; }

    /// <summary>What it is known by to whoever asked for it, such as the upload that holds its files; none where nobody needs that.</summary>
    public string? Reference { get; init; }

    /// <summary>What became of its files, as JSON, for whoever asks later; none before it is over, and where nobody kept it.</summary>
    public string? Result { get; set; }

    /// <summary>Whether nothing more happens by itself.</summary>
    public bool IsOver => State is ImportState.Done or ImportState.Failed or ImportState.Undone;
}

/// <summary>What an import is at.</summary>
public enum ImportPhase
{
    /// <summary>Nothing yet: another import goes on.</summary>
    Waiting,

    /// <summary>Finding out what the columns mean and how they are written.</summary>
    Looking,

    /// <summary>Reading rows and storing records.</summary>
    Storing,

    /// <summary>Making the figures of the touched months anew.</summary>
    Counting,
}

/// <summary>How far an import is.</summary>
/// <param name="Phase">What it is at.</param>
/// <param name="File">The file that it is at; none between files.</param>
/// <param name="RowsRead">How many rows of all files are read.</param>
/// <param name="RowsTotal">How many rows there are in all; 0 as long as nobody knows.</param>
public sealed record ImportProgress(ImportPhase Phase, string? File, long RowsRead, long RowsTotal);

internal sealed class ImportJobConfiguration : IEntityTypeConfiguration<ImportJob>
{
    public void Configure(EntityTypeBuilder<ImportJob> builder)
    {
        builder.ToTable("ImportJobs");
        builder.Ignore(job => job.IsOver);
        builder.Property(job => job.User).HasMaxLength(256);
        builder.Property(job => job.Files).HasMaxLength(ImportJob.LongestText);
        builder.Property(job => job.Problem).HasMaxLength(ImportJob.LongestText);
        builder.Property(job => job.Worker).HasMaxLength(256);
        builder.Property(job => job.Reference).HasMaxLength(64);
    }
}

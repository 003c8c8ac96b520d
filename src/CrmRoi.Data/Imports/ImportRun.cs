using CrmRoi.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>How an import stands.</summary>
public enum ImportState
{
    /// <summary>It goes on, or was killed: nothing of it counts yet.</summary>
    Running,

    /// <summary>Everything that was not refused is in.</summary>
    Done,

    /// <summary>Nothing of it is in.</summary>
    Failed,

    /// <summary>It was in, and somebody undid it: everything is as it was before.</summary>
    Undone,

    /// <summary>It waits until no other import goes on.</summary>
    Queued,
}

/// <summary>One file that somebody sent, and what became of it.</summary>
public sealed class ImportRun
{
    public int Id { get; init; }

    /// <summary>The import that it came with; none where it is older than these are kept.</summary>
    public int? ImportJobId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The sign-in name of whoever sent it.</summary>
    public required string User { get; init; }

    public required string FileName { get; init; }

    /// <summary>What its rows are: deals, leads, orders.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The name of the mapping by which it was read; none where columns were found by themselves.</summary>
    public string? Preset { get; set; }

    /// <summary>The fingerprint of the file, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public int Read { get; set; }

    public int New { get; set; }

    public int Changed { get; set; }

    public int Same { get; set; }

    public int Refused { get; set; }

    /// <summary>Records that were not in a file that says everything, and were deleted for that.</summary>
    public int Deleted { get; set; }

    public ImportState State { get; set; }

    /// <summary>The months whose figures it made anew, together with the files of the same wave; empty where it changed none.</summary>
    public IReadOnlyList<Month> Months { get; set; } = [];
}

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("Imports");
        builder.Property(run => run.User).HasMaxLength(256);
        builder.Property(run => run.FileName).HasMaxLength(260);
        builder.Property(run => run.Kind).HasMaxLength(64);
        builder.Property(run => run.Preset).HasMaxLength(64);
        builder.Property(run => run.Sha256).HasMaxLength(64);
        builder.Property(run => run.Months).HasList();
        builder.HasIndex(run => run.StartedAt);
        builder.HasOne<ImportJob>().WithMany().HasForeignKey(run => run.ImportJobId).OnDelete(DeleteBehavior.Cascade);
    }
}

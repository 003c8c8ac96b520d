using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>What is sent.</summary>
public enum MailKind
{
    /// <summary>The ROI report as PDF.</summary>
    Report,

    /// <summary>The figures that matter, in the message itself.</summary>
    Digest,

    /// <summary>That a review has to be made; nothing while none has.</summary>
    ReviewReminder,
}

/// <summary>How often something is sent.</summary>
public enum MailCadence
{
    Daily,
    Weekly,
    Monthly,
    Quarterly,
}

/// <summary>What is sent of a programme to whom, and when.</summary>
public sealed record MailSchedule
{
    /// <summary>Whose figures.</summary>
    public required string Programme { get; init; }

    public MailKind Kind { get; init; }

    public MailCadence Cadence { get; init; }

    /// <summary>The day of the week, 1 for Monday, or of the month, up to 28; nothing for daily ones.</summary>
    public int Day { get; init; } = 1;

    /// <summary>The hour by the company's clock, 0 to 23.</summary>
    public int Hour { get; init; } = 7;

    /// <summary>The ids of the users who get it.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Whether it is sent at all.</summary>
    public bool IsOn { get; init; } = true;
}

internal sealed class MailScheduleConfiguration : IEntityTypeConfiguration<MailSchedule>
{
    public void Configure(EntityTypeBuilder<MailSchedule> builder)
    {
        builder.ToTable("MailSchedules");
        builder.HasSurrogateKey();
        builder.HasVersion();
        builder.HasNames(nameof(MailSchedule.Programme));
        builder.Property(schedule => schedule.Recipients).HasList();
    }
}

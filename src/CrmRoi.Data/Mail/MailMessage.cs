using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>A message that is to be sent, was, or never will be.</summary>
public sealed class MailMessage
{
    public long Id { get; init; }

    public required string Programme { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>The address.</summary>
    public required string To { get; init; }

    /// <summary>The reader's name.</summary>
    public required string Name { get; init; }

    public required string Subject { get; init; }

    /// <summary>What it says, as plain text; emptied once it is sent.</summary>
    public required string Text { get; set; }

    /// <summary>The same as HTML.</summary>
    public required string Html { get; set; }

    public string? FileName { get; set; }

    /// <summary>What is attached; emptied once it is sent.</summary>
    public byte[]? File { get; set; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is tried next; none once it is sent or given up.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Failure { get; set; }
}

internal sealed class MailMessageConfiguration : IEntityTypeConfiguration<MailMessage>
{
    public void Configure(EntityTypeBuilder<MailMessage> builder)
    {
        builder.ToTable("MailMessages");
        builder.HasNames(nameof(MailMessage.Programme), nameof(MailMessage.Name));
        builder.Property(message => message.To).HasMaxLength(256);
        builder.Property(message => message.Subject).HasMaxLength(400);
        builder.Property(message => message.FileName).HasMaxLength(260);
        builder.Property(message => message.Failure).HasMaxLength(Limits.Text);
        builder.HasIndex(message => message.NextAt);
    }
}

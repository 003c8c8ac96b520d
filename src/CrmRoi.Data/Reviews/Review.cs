using CrmRoi.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>What was found of a programme at a time, frozen: its content lies in <see cref="ReviewContent"/>.</summary>
public sealed class Review
{
    public int Id { get; init; }

    /// <summary>The programme, by the name that it has now.</summary>
    public required string Programme { get; init; }

    /// <summary>The last month that it tells of.</summary>
    public required Month Until { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The sign-in name of whoever made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>The SHA-256 of its content, in lower-case hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    public required string Currency { get; init; }

    /// <summary>What was spent.</summary>
    public required decimal Cost { get; init; }

    /// <summary>What came back; none where it is not known.</summary>
    public required decimal? Gain { get; init; }

    /// <summary>The ROI as a fraction; none where it is not known.</summary>
    public required decimal? Roi { get; init; }

    /// <summary>When the CFO signed it; none while it is open. From then on nothing of it changes.</summary>
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>The sign-in name of whoever signed.</summary>
    public string? SignedBy { get; set; }

    /// <summary>What was said on signing.</summary>
    public string? SignedNote { get; set; }
}

/// <summary>The frozen content of a review. Written once: changing or deleting it is refused.</summary>
public sealed class ReviewContent
{
    /// <summary>The review's id.</summary>
    public int Id { get; init; }

    /// <summary>Inputs, definitions and figures, as canonical JSON: see <see cref="ReviewJson"/>.</summary>
    public required string Content { get; init; }

    /// <summary>The report as PDF.</summary>
    public required byte[] Report { get; init; }
}

/// <summary>What people add to a review.</summary>
public enum ReviewItemKind
{
    /// <summary>Something to know.</summary>
    Note,

    /// <summary>Something that was decided.</summary>
    Decision,

    /// <summary>Something that somebody does by a day.</summary>
    Action,
}

/// <summary>A note, decision or action of a review.</summary>
public sealed class ReviewItem
{
    public int Id { get; init; }

    public required int ReviewId { get; init; }

    public required ReviewItemKind Kind { get; init; }

    public required string Text { get; set; }

    /// <summary>Who does it; none for what is no action.</summary>
    public string? Owner { get; set; }

    /// <summary>By when.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>When it was done; none while it is open.</summary>
    public DateOnly? DoneOn { get; set; }

    public required string WrittenBy { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
}

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("Reviews");
        builder.HasVersion();
        builder.HasNames(nameof(Review.Programme));
        builder.HasIndex(review => new { review.Programme, review.Until });
        builder.Property(review => review.MadeBy).HasMaxLength(256);
        builder.Property(review => review.Fingerprint).HasMaxLength(64);
        builder.Property(review => review.Currency).HasMaxLength(3);
        builder.Property(review => review.Roi).HasPrecision(28, 10);
        builder.Property(review => review.SignedBy).HasMaxLength(256);
        builder.Property(review => review.SignedNote).HasMaxLength(Limits.Text);
    }
}

internal sealed class ReviewContentConfiguration : IEntityTypeConfiguration<ReviewContent>
{
    public void Configure(EntityTypeBuilder<ReviewContent> builder)
    {
        builder.ToTable("ReviewContents");
        builder.Property(content => content.Id).ValueGeneratedNever();
        builder.HasOne<Review>().WithOne().HasForeignKey<ReviewContent>(content => content.Id);
    }
}

internal sealed class ReviewItemConfiguration : IEntityTypeConfiguration<ReviewItem>
{
    public void Configure(EntityTypeBuilder<ReviewItem> builder)
    {
        builder.ToTable("ReviewItems");
        builder.HasVersion();
        builder.HasOne<Review>().WithMany().HasForeignKey(item => item.ReviewId);
        builder.Property(item => item.Text).HasMaxLength(Limits.Text);
        builder.HasNames(nameof(ReviewItem.Owner));
        builder.Property(item => item.WrittenBy).HasMaxLength(256);
    }
}

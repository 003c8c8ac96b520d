using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

/// <summary>How the company's reports look: a single row, none until somebody states it.</summary>
public sealed class CompanyLook
{
    /// <summary>How large a logo may be, in bytes: it stands in every report.</summary>
    public const int LargestLogo = 1024 * 1024;

    public int Id { get; init; } = 1;

    /// <summary>The main colour, as "#0b7a6f"; none for that of the pages.</summary>
    public string? Colour { get; set; }

    /// <summary>The second colour, likewise.</summary>
    public string? SecondColour { get; set; }

    /// <summary>The logo, a PNG or JPEG; none where there is none.</summary>
    public byte[]? Logo { get; set; }
}

internal sealed class CompanyLookConfiguration : IEntityTypeConfiguration<CompanyLook>
{
    private const int LengthOfColour = 7;

    public void Configure(EntityTypeBuilder<CompanyLook> builder)
    {
        builder.ToTable("CompanyLooks");
        builder.HasVersion();
        builder.Property(look => look.Id).ValueGeneratedNever();
        builder.Property(look => look.Colour).HasMaxLength(LengthOfColour);
        builder.Property(look => look.SecondColour).HasMaxLength(LengthOfColour);
        builder.Property(look => look.Logo).HasMaxLength(CompanyLook.LargestLogo);
    }
}

using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Programmes;

/// <summary>When a team went live, as it is typed; without a month it went live with the others.</summary>
public sealed class TeamInput
{
    [StringLength(Limits.Name)]
    public string? Name { get; set; }

    public string? Month { get; set; }

    public bool HasMonth => !string.IsNullOrWhiteSpace(Month);

    public bool HasName => !string.IsNullOrWhiteSpace(Name);
}

public sealed class ProgrammeInput : IValidatableObject
{
    private const int MostTeams = 500;
    private const string Percent = "{0:0.######}";

    /// <summary>Which one is edited; none for a new one.</summary>
    public long? Key { get; set; }

    /// <summary>The version that the form was filled with.</summary>
    public Guid Version { get; set; }

    [Required, StringLength(Limits.Name)]
    public string Name { get; set; } = "";

    [StringLength(Limits.Name)]
    public string? Vendor { get; set; }

    [Required, Range(0d, 100d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Percent, ApplyFormatInEditMode = true)]
    public decimal? DiscountPercent { get; set; } = 8;

    [Required, Range(1, 240)]
    public int? HorizonMonths { get; set; } = 60;

    [Required, Range(1, 60)]
    public int? BaselineMonths { get; set; } = 12;

    [Required, Range(0, 24)]
    public int? RampUpMonths { get; set; } = 0;

    [Required]
    public string GoLive { get; set; } = "";

    [MaxLength(MostTeams)]
    public List<TeamInput> Teams { get; set; } = [];

    [EnumDataType(typeof(MarginSource), ErrorMessage = "This is not one of the choices.")]
    public MarginSource MarginSource { get; set; }

    [Range(0d, 100d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Percent, ApplyFormatInEditMode = true)]
    public decimal? MarginPercent { get; set; }

    [EnumDataType(typeof(RoiConvention), ErrorMessage = "This is not one of the choices.")]
    public RoiConvention Convention { get; set; }

    [Range(0d, 100d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Percent, ApplyFormatInEditMode = true)]
    public decimal? SharePercent { get; set; }

    [StringLength(Limits.Text)]
    public string? MarginReason { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        if (!TypedMonth.TryRead(GoLive, out _))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(GoLive)]);
        }

        if (MarginPercent is not null && string.IsNullOrWhiteSpace(MarginReason))
        {
            yield return new(texts["A stated margin needs who stated it, and on what grounds."], [nameof(MarginReason)]);
        }

        foreach (var problem in TeamProblems(texts))
        {
            yield return problem;
        }
    }

    public void Fill(Programme programme)
    {
        (Name, Vendor, DiscountPercent) = (programme.Name, programme.Vendor, programme.DiscountRate * 100);
        (HorizonMonths, BaselineMonths, RampUpMonths) = (programme.HorizonMonths, programme.BaselineMonths, programme.RampUpMonths);
        (MarginSource, MarginPercent, MarginReason) = (programme.MarginSource, programme.MarginRate * 100, programme.MarginRateReason);
        (Convention, SharePercent) = (programme.Convention, programme.MarginShare * 100);
        GoLive = programme.GoLive.IsKnown ? programme.GoLive.ToString() : "";
        Teams = [.. programme.Teams.Select(team => new TeamInput { Name = team.Team, Month = team.Month.ToString() })];
    }

    /// <summary>Adds a row for every team of the data that has none, and some for teams that the data do not know yet.</summary>
    public void OfferTeams(IEnumerable<string> known)
    {
        const int Free = 2;
        Teams.RemoveAll(team => !team.HasName && !team.HasMonth);
        Teams.AddRange(known.Where(name => !Teams.Any(team => IsSame(team.Name, name))).Select(name => new TeamInput { Name = name }));
        Teams = [.. Teams.OrderBy(team => team.Name, StringComparer.CurrentCultureIgnoreCase)];
        Teams.AddRange(Enumerable.Range(0, Free).Select(_ => new TeamInput()));
    }

    public Programme ToProgramme(Programme? stored, string currency) => (stored ?? new Programme { Name = "", Currency = currency }) with
    {
        Name = Name.Trim(),
        Vendor = string.IsNullOrWhiteSpace(Vendor) ? null : Vendor.Trim(),
        DiscountRate = DiscountPercent!.Value / 100,
        HorizonMonths = HorizonMonths!.Value,
        BaselineMonths = BaselineMonths!.Value,
        RampUpMonths = RampUpMonths!.Value,
        GoLive = TypedMonth.Read(GoLive),
        Teams = [.. Teams.Where(team => team.HasMonth).Select(team => new TeamGoLive(team.Name!.Trim(), TypedMonth.Read(team.Month)))],
        MarginSource = MarginSource,
        MarginRate = MarginPercent / 100,
        Convention = Convention,
        MarginShare = SharePercent / 100,
        MarginRateReason = MarginPercent is null ? null : MarginReason!.Trim(),
    };

    private IEnumerable<ValidationResult> TeamProblems(IStringLocalizer<AdminTexts> texts)
    {
        foreach (var (index, team) in Teams.Index().Where(team => team.Item.HasMonth))
        {
            if (!TypedMonth.TryRead(team.Month, out _))
            {
                yield return new(texts[TypedMonth.Sentence], [$"Teams[{index}].Month"]);
            }

            if (!team.HasName)
            {
                yield return new(texts["Which team went live then?"], [$"Teams[{index}].Name"]);
            }
            else if (Teams.Take(index).Any(other => other.HasMonth && IsSame(other.Name, team.Name)))
            {
                yield return new(texts["This team is here twice."], [$"Teams[{index}].Name"]);
            }
        }
    }

    private static bool IsSame(string? left, string? right) => string.Equals(left?.Trim(), right?.Trim(), StringComparison.OrdinalIgnoreCase);
}

public sealed class CompanyInput : IValidatableObject
{
    /// <summary>The version that the form was filled with.</summary>
    public Guid Version { get; set; }

    [Required, StringLength(Limits.Name)]
    public string Name { get; set; } = "";

    /// <summary>None where it can no longer be changed.</summary>
    public string? Currency { get; set; }

    [Required]
    public string TimeZone { get; set; } = "";

    [Required, Range(1, 12)]
    public int? FiscalYearStart { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        if (!Shared.Choices.TimeZones.Contains(TimeZone))
        {
            yield return new(texts["This is not one of the choices."], [nameof(TimeZone)]);
        }

        if (Currency is not null && !Shared.Choices.Currencies.Contains(Currency))
        {
            yield return new(texts["This is not one of the choices."], [nameof(Currency)]);
        }
    }

    public static CompanyInput Of(Company company, Guid version) =>
        new() { Version = version, Name = company.Name, Currency = company.Currency, TimeZone = company.TimeZone, FiscalYearStart = company.FiscalYearStart };
}

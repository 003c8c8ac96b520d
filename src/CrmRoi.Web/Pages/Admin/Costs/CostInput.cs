using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Costs;

/// <summary>A cost as it is typed. The amount may be told by hours and their rate, or in another currency with its rate.</summary>
public sealed class CostInput : PaymentInput, IRowInput<Cost, long>
{
    private const string Number = "{0:0.########}";

    [EnumDataType(typeof(CostKind), ErrorMessage = "This is not one of the choices.")]
    public CostKind Kind { get; set; }

    [Range(1, 1_000_000)]
    public int? Users { get; set; }

    /// <summary>Users by month, "2026-03: 12" a line.</summary>
    [StringLength(4000)]
    public string? UserLines { get; set; }

    public bool IsPlan { get; set; }

    [StringLength(Limits.Name)]
    public string? Owner { get; set; }

    /// <summary>Addresses of documents, one a line.</summary>
    [StringLength(8000)]
    public string? LinkLines { get; set; }

    [Range(0d, 1_000_000d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? Hours { get; set; }

    [Range(0d, 1_000_000d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? HourlyRate { get; set; }

    [Range(-99d, 1000d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? IndexPercent { get; set; }

    public string? IndexFrom { get; set; }

    [RegularExpression("[A-Z]{3}")]
    public string? PaidCurrency { get; set; }

    [Range(0d, 99_999_999_999d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? PaidAmount { get; set; }

    [Range(0.00000001, 1_000_000d), ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = Number, ApplyFormatInEditMode = true)]
    public decimal? ExchangeRate { get; set; }

    [DataType(DataType.Date)]
    public DateOnly? RateDate { get; set; }

    /// <summary>Hours at their rate, or the other currency's amount at its rate; otherwise what is typed as amount.</summary>
    protected override decimal RoundedAmount => decimal.Round(
        Hours is { } hours && HourlyRate is { } rate ? hours * rate
        : PaidAmount is { } paid && ExchangeRate is { } exchange ? paid * exchange
        : Amount ?? 0,
        Limits.DecimalPlaces);

    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in base.Validate(validationContext))
        {
            yield return problem;
        }

        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        var counts = CostDetails.ReadUsers(UserLines);
        if (Cadence == Cadence.PerUserMonth && Users is null && counts is { Count: 0 })
        {
            yield return new(texts["A cost per user needs the number of users."], [nameof(Users)]);
        }

        if (counts is null)
        {
            yield return new(texts["Write a month and a number in each line: 2026-03: 12."], [nameof(UserLines)]);
        }

        if (CostDetails.ReadLinks(LinkLines) is null)
        {
            yield return new(texts["Each line must be an address that starts with http:// or https://."], [nameof(LinkLines)]);
        }

        if (!string.IsNullOrWhiteSpace(IndexFrom) && !TypedMonth.TryRead(IndexFrom, out _))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(IndexFrom)]);
        }

        if (PaidAmount is not null && (ExchangeRate is null || PaidCurrency is null || RateDate is null))
        {
            yield return new(texts["Another currency needs its code, its rate and the day of that rate."], [nameof(ExchangeRate)]);
        }
    }

    public void Fill(Cost stored)
    {
        (Programme, Kind, Description, Cadence) = (stored.Programme, stored.Kind, stored.Description, stored.Cadence);
        (Amount, Users, From, To) = (stored.Amount, stored.Users, stored.From.ToString(), stored.To?.ToString());
        (UserLines, LinkLines, IsPlan, Owner) = (CostDetails.Write(stored.UserCounts), CostDetails.Write(stored.Links), stored.IsPlan, stored.Owner);
        (Hours, HourlyRate, IndexPercent, IndexFrom) = (stored.Hours, stored.HourlyRate, stored.IndexRate * 100, stored.IndexFrom?.ToString());
        (PaidCurrency, PaidAmount, ExchangeRate, RateDate) = (stored.PaidCurrency, stored.PaidAmount, stored.ExchangeRate, stored.RateDate);
    }

    /// <summary>The cost that was typed, still the same record where there was one.</summary>
    public Cost ToCost(Cost? stored) => (stored ?? new Cost { Source = PaymentSource.Form, Id = PaymentSource.NewId(), Programme = "", Description = "" }) with
    {
        Programme = Programme,
        Kind = Kind,
        Description = Description.Trim(),
        Cadence = Cadence,
        Amount = RoundedAmount,
        Users = Cadence == Cadence.PerUserMonth ? Users : null,
        UserCounts = Cadence == Cadence.PerUserMonth ? CostDetails.ReadUsers(UserLines)! : [],
        From = TypedMonth.Read(From),
        To = LastMonth,
        IsPlan = IsPlan,
        Owner = string.IsNullOrWhiteSpace(Owner) ? null : Owner.Trim(),
        Links = CostDetails.ReadLinks(LinkLines)!,
        Hours = HourlyRate is null ? null : Hours,
        HourlyRate = Hours is null ? null : HourlyRate,
        IndexRate = IndexPercent / 100,
        IndexFrom = IndexPercent is null || string.IsNullOrWhiteSpace(IndexFrom) ? null : TypedMonth.Read(IndexFrom),
        PaidCurrency = PaidAmount is null ? null : PaidCurrency,
        PaidAmount = PaidAmount,
        ExchangeRate = PaidAmount is null ? null : ExchangeRate,
        RateDate = PaidAmount is null ? null : RateDate,
    };
}

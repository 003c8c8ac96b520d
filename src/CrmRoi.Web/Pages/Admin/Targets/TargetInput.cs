using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Planning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Targets;

/// <summary>A target as it is typed: shares in percent, all else in the metric's unit.</summary>
public sealed class TargetInput : IRowInput<TargetRow, int>, IValidatableObject
{
    public int? Key { get; set; }

    public Guid Version { get; set; }

    [Required]
    public string Metric { get; set; } = "";

    [StringLength(Limits.Name)]
    public string? Team { get; set; }

    /// <summary>Empty: what the figures say of the months before go-live.</summary>
    [ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = "{0:0.####}", ApplyFormatInEditMode = true)]
    public decimal? Baseline { get; set; }

    [Required, ModelBinder(typeof(TypedNumberBinder)), DisplayFormat(DataFormatString = "{0:0.####}", ApplyFormatInEditMode = true)]
    public decimal? Goal { get; set; }

    [Required]
    public string Due { get; set; } = "";

    [AllowedValues(1, 3, 6, 12)]
    public int Months { get; set; } = 3;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        if (!MetricCatalogue.TryFind(Metric, out _))
        {
            yield return new(texts["This is not one of the choices."], [nameof(Metric)]);
        }

        if (!TypedMonth.TryRead(Due, out _))
        {
            yield return new(texts[TypedMonth.Sentence], [nameof(Due)]);
        }

        foreach (var (value, field) in new[] { (Baseline, nameof(Baseline)), (Goal, nameof(Goal)) })
        {
            if (value is { } number && Math.Abs(number) >= Limits.Amount)
            {
                yield return new(texts["This must be below a trillion (a million million)."], [field]);
            }
        }
    }

    public void Fill(TargetRow stored)
    {
        var target = stored.Target;
        var scale = ScaleOf(target.Metric);
        (Metric, Team, Due, Months) = (target.Metric, target.Team, target.Due.ToString(), target.Months);
        (Baseline, Goal) = (target.Baseline * scale, target.Goal * scale);
    }

    /// <summary>The target that was typed; the baseline is that of the figures where none was.</summary>
    public Target ToTarget(string programme, decimal baseline, string setBy, DateOnly setOn)
    {
        var scale = ScaleOf(Metric);
        return new()
        {
            Programme = programme,
            Metric = Metric,
            Team = string.IsNullOrWhiteSpace(Team) ? null : Team.Trim(),
            Baseline = Baseline is { } typed ? Ratio.Of(typed, scale) ?? typed : baseline,
            Goal = Ratio.Of(Goal, scale)!.Value,
            Due = TypedMonth.Read(Due),
            Months = Months,
            SetBy = setBy,
            SetOn = setOn,
        };
    }

    // People write 34 % and not 0.34.
    private static decimal ScaleOf(string metric) => MetricCatalogue.TryFind(metric, out var found) && found.Unit == Unit.Share ? 100 : 1;
}

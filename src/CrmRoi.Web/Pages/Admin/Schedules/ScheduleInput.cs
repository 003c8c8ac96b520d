using System.ComponentModel.DataAnnotations;
using CrmRoi.Data;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Schedules;

/// <summary>What is sent to whom and when, as it is chosen.</summary>
public sealed class ScheduleInput : IRowInput<MailSchedule, long>, IValidatableObject
{
    private const int MostRecipients = 500;
    private const int LastWeekday = 7;

    public long? Key { get; set; }

    public Guid Version { get; set; }

    [Required, StringLength(Limits.Name)]
    public string Programme { get; set; } = "";

    [EnumDataType(typeof(MailKind), ErrorMessage = "This is not one of the choices.")]
    public MailKind Kind { get; set; }

    [EnumDataType(typeof(MailCadence), ErrorMessage = "This is not one of the choices.")]
    public MailCadence Cadence { get; set; } = MailCadence.Monthly;

    [Required, Range(1, 28)]
    public int? Day { get; set; } = 1;

    [Required, Range(0, 23)]
    public int? Hour { get; set; } = 7;

    /// <summary>The ids of the users who get it.</summary>
    [MaxLength(MostRecipients)]
    public List<string> Recipients { get; set; } = [];

    public bool IsOn { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<AdminTexts>>();
        if (Cadence == MailCadence.Weekly && Day > LastWeekday)
        {
            yield return new(texts["A week has days 1 (Monday) to 7."], [nameof(Day)]);
        }

        if (Recipients.Count == 0)
        {
            yield return new(texts["Somebody has to get it."], [nameof(Recipients)]);
        }
    }

    public void Fill(MailSchedule stored) => (Programme, Kind, Cadence, Day, Hour, Recipients, IsOn) =
        (stored.Programme, stored.Kind, stored.Cadence, stored.Day, stored.Hour, [.. stored.Recipients], stored.IsOn);

    public MailSchedule ToSchedule() => new()
    {
        Programme = Programme,
        Kind = Kind,
        Cadence = Cadence,
        Day = Day!.Value,
        Hour = Hour!.Value,
        Recipients = [.. Recipients.Distinct()],
        IsOn = IsOn,
    };
}

using System.Globalization;
using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>A row of leads.</summary>
internal static class LeadReading
{
    public static Lead Read(RowReader row, WarningList warnings)
    {
        row.Needed("created");
        var created = row.Time("created") ?? default;
        var converted = row.Day("converted");
        if (row.Flag("isConverted") == true && converted is null)
        {
            warnings.AddRow("converted-without-date", row);
        }

        if (row.Time("firstContact") is { } contact && contact < created)
        {
            row.Refuse("before-created", "firstContact", "The first contact lies before the lead was created.");
        }

        if (converted < DateOnly.FromDateTime(created))
        {
            row.Refuse("before-created", "converted", "The lead was converted before it was created.");
        }

        var status = row.Text("status");
        return new Lead
        {
            Source = row.Settings.Source,
            Id = row.Id(created.ToString("O", CultureInfo.InvariantCulture), row.Written("rep"), row.Written("channel"), row.Text("campaign"), status),
            CreatedAt = created,
            FirstContactAt = row.Time("firstContact"),
            QualifiedOn = row.Day("qualified"),
            ConvertedOn = converted,
            DisqualifiedOn = row.Day("disqualified"),
            IsDuplicate = row.Flag("isDuplicate") == true || (status is not null && Header.Normal(status) is "duplicate" or "duplikat"),
            Status = status,
            Rep = row.Text("rep"),
            Channel = row.Text("channel"),
            Campaign = row.Text("campaign"),
            Region = row.Text("region"),
            Segment = row.Text("segment"),
        };
    }
}

using System.Globalization;

namespace CrmRoi.Import.Reading;

/// <summary>What a preset could not do with a file as it is: ids without names, amounts in another unit.</summary>
internal static class SheetChecks
{
    public static void Add(Sheet sheet, WarningList warnings)
    {
        foreach (var (field, rule) in sheet.Rules)
        {
            if (rule.Column is not { } column || !sheet.Table.Profile.Columns[column].HasText)
            {
                continue;
            }

            var header = sheet.Table.Headers[column];
            if (rule.IsNamed && !IsPlainElsewhere(sheet, field, column) && rule.Absent.FirstOrDefault() is { } absent)
            {
                warnings.Add("names-missing", [], 1, $"'{header}' holds ids for the {field}: send the table of {absent} in the same import to have what they stand for", header, field, absent);
            }

            List<int> lost = rule.CanBeLost ? [.. sheet.Table.Rows.Where(rule.IsLost).Select(row => row.Line)] : [];
            if (lost.Count > 0)
            {
                warnings.Add("names-not-found", lost, lost.Count, string.Create(CultureInfo.InvariantCulture, $"{lost.Count:N0} ids in '{header}' are not in the file that gives them names ({WarningList.LinesIn(lost)})"), header);
            }
        }

        foreach (var (field, column) in sheet.Mapping.Columns)
        {
            if (sheet.Plan(field).Scale != 1)
            {
                var times = sheet.Plan(field).Scale.ToString("0.######", CultureInfo.InvariantCulture);
                warnings.Add("scaled", [], 1, $"Every number in '{sheet.Table.Headers[column]}' is multiplied by {times}", sheet.Table.Headers[column], times);
            }
        }
    }

    // HubSpot's "Deal Stage" holds words where its interface holds ids: whoever reads them as words needs no other table.
    private static bool IsPlainElsewhere(Sheet sheet, string field, int column) =>
        sheet.Mapping.Columns.Any(other => other.Key != field && other.Value == column && !sheet.Rules.ContainsKey(other.Key));
}

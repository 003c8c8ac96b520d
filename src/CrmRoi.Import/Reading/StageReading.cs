using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>When deals entered their stages: rows of a history, or a column for each stage in the rows of deals.</summary>
internal static class StageReading
{
    public static StageChange Change(RowReader row, WarningList warnings)
    {
        row.Needed("entered");
        var (deal, stage, entered) = (row.Needed("deal"), row.Needed("stage"), row.Day("entered") ?? default);
        return new StageChange
        {
            Source = row.Settings.Source,
            Id = row.Id(deal, stage, entered.ToString("O", CultureInfo.InvariantCulture)),
            Deal = deal,
            Stage = stage,
            EnteredOn = entered,
        };
    }

    /// <summary>The stages that the columns of a deal's row say it entered.</summary>
    public static IEnumerable<StageChange> InColumns(RowReader row, Deal deal)
    {
        foreach (var (column, stage) in row.Sheet.StageColumns)
        {
            if (row.DayIn(column) is { } entered)
            {
                yield return new StageChange
                {
                    Source = row.Settings.Source,
                    Id = RowReader.Made([deal.Id, stage]),
                    Deal = deal.Id,
                    Stage = stage,
                    EnteredOn = entered,
                };
            }
        }
    }

    /// <summary>The history of a deal has a row for each change of anything: only those in which the stage is another than before are kept.</summary>
    public static IEnumerable<ReadRecord> Changed(List<ReadRecord> records, WarningList warnings)
    {
        string? before = null;
        HashSet<int>? unchanged = null;
        foreach (var read in records.OrderBy(read => ((StageChange)read.Record).EnteredOn))
        {
            var stage = ((StageChange)read.Record).Stage;
            if (stage == before)
            {
                (unchanged ??= []).Add(read.Line);
                warnings.Add("stage-unchanged", read.Line, stage);
            }

            before = stage;
        }

        return unchanged is null ? records : records.Where(read => !unchanged.Contains(read.Line));
    }
}

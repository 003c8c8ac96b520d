using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Snapshots;
using CrmRoi.Web.Pages.Shared;
using CrmRoi.Web.Tables;
using Microsoft.AspNetCore.Mvc;

namespace CrmRoi.Web.Pages.Records;

/// <summary>The records behind a figure: the end of every drill-down, with the same filters and months.</summary>
public sealed class IndexModel(FigureStore store, RecordList list, RecordTable table) : FiguresPage(store)
{
    private const int Shown = 50;
    private const int MostInFile = 100_000;

    // A file has no later page.
    private int Size => TableFile.AskedBy(HttpContext) is null ? Shown : MostInFile;

    /// <summary>What counts them: the key of a measure.</summary>
    [BindProperty(SupportsGet = true, Name = "measure")]
    public string? MeasureKey { get; set; }

    /// <summary>After which record the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public string Kind { get; private set; } = "";

    /// <summary>What can be listed of that kind.</summary>
    public IReadOnlyList<Measure> Offered { get; private set; } = [];

    public Measure Measure { get; private set; } = null!;

    /// <summary>The figure that the list stands behind; none where its records do not carry what is asked for.</summary>
    public decimal? Figure { get; private set; }

    /// <summary>In how many of the months the figure was entered by somebody, so that there are no records behind it.</summary>
    public int Entered { get; private set; }

    public RecordPage Records { get; private set; } = new([], null);

    public RecordTable Table => table;

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken cancellationToken)
    {
        if (RecordList.Kinds.FirstOrDefault(known => known.Kind == kind) is not { Members: { } members })
        {
            return NotFound();
        }

        Kind = kind;
        Offered = [.. members.Select(Measure.Of)];
        var measure = MeasureKey is null ? Offered[0] : Offered.FirstOrDefault(offered => offered.Key == MeasureKey);
        var begins = default(RecordCursor);
        if (measure is null || (After is not null && !RecordCursor.TryParse(After, out begins)))
        {
            return BadRequest();
        }

        Measure = measure;
        if ((Filter.Dimensions & ~measure.Carries) == 0)
        {
            Figure = measure.Read(Figures.Cube.Total(Window, Filter));
            Entered = Figures.Cube.ProvenanceOf(measure.Family, Window, Filter.Team).Entered;
            var reps = Figures.MembersOf(Dimensions.Rep);
            Records = await list.ReadAsync(new(measure, Window, Filter), reps, After is null ? null : begins, Size, cancellationToken);
        }

        return Page();
    }
}

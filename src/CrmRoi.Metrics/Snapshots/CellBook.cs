using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Gives each cell a number, by which what is summed there is found: the members of millions of deals are looked up once for each deal.</summary>
/// <param name="organisation">Who belongs where.</param>
internal sealed class CellBook(Organisation organisation)
{
    // More than there are: a combination and a month make one number.
    private const long MostMonths = 120_000;

    private readonly Numbering<long> places = new();

    // The combinations of members, whatever the month.
    private readonly Numbering<Cell> combinations = new();

    // What is asked of one deal is asked several times in a row.
    private Deal? deal;
    private Person? rep;
    private int ofDeal;

    /// <summary>How many cells there are.</summary>
    public int Count => places.Count;

    /// <summary>The cell with a number, from 0.</summary>
    public Cell this[int place] => combinations[(int)(places[place] / MostMonths)] with { Month = Month.At((int)(places[place] % MostMonths)) };

    /// <summary>The number of a cell.</summary>
    public int PlaceOf(Cell cell) => PlaceOf(combinations.Of(cell with { Month = default }), cell.Month);

    /// <summary>The number of the cell in which a deal counts on a day.</summary>
    public int PlaceOf(Deal of, DateOnly day) => PlaceOf(CombinationOf(of, day), Month.Of(day));

    /// <summary>The number of the cell of an unknown month in which a deal counts that belongs where it did on a day.</summary>
    public int PlaceInNoMonth(Deal of, DateOnly day) => PlaceOf(CombinationOf(of, day), default);

    private int CombinationOf(Deal of, DateOnly day)
    {
        var person = organisation.PersonAt(of.Rep, day);
        if (!ReferenceEquals(of, deal) || !ReferenceEquals(person, rep))
        {
            ofDeal = combinations.Of(CellRules.DealCell(of, default, person, organisation));
            (deal, rep) = (of, person);
        }

        return ofDeal;
    }

    private int PlaceOf(int combination, Month month) => places.Of((combination * MostMonths) + month.Index);
}

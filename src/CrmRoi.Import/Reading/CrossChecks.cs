using System.Globalization;
using CrmRoi.Metrics.Quality;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>What only shows when files are seen together: names that do not meet, deals that say too little. Keeps numbers and first lines of what it sees, not the records.</summary>
internal sealed class CrossChecks
{
    private const double Slowest = 0.99;
    private const int FewestClosed = 100;

    private readonly Dictionary<string, LineCount> people = [];
    private readonly Dictionary<string, LineCount> products = [];
    private readonly Dictionary<string, LineCount> reps = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<int, int> closedAfter = [];
    private readonly Dictionary<DateOnly, LineCount> openSince = [];
    private readonly Dictionary<string, int> changes = [];
    private readonly LineCount withoutCustomer = new();
    private readonly LineCount withoutStart = new();
    private readonly int[] outcomes = new int[Enum.GetValues<DealOutcome>().Length];
    private DateOnly lastClosed;

    /// <summary>The reps of the deals that it saw.</summary>
    public IEnumerable<string> DealReps => reps.Keys;

    /// <summary>The people that it saw.</summary>
    public IEnumerable<string> People => people.Keys;

    /// <summary>The products that it saw in lists of products.</summary>
    public HashSet<string> Listed { get; } = [];

    /// <summary>The warnings of a file in the light of the others.</summary>
    public static IReadOnlyList<ImportWarning> Of(FileReading reading, KnownNames known)
    {
        var checks = new CrossChecks();
        foreach (var read in reading.Records)
        {
            checks.Add(read);
        }

        return checks.Of(known);
    }

    public void Add(ReadRecord read)
    {
        switch (read.Record)
        {
            case Deal deal:
                Add(deal, read.Line);
                break;
            case Person person:
                LinesOf(people, person.Name).Add(read.Line);
                break;
            case Product product:
                Listed.Add(product.Name);
                break;
            case StageChange change:
                changes[change.Source] = changes.GetValueOrDefault(change.Source) + 1;
                break;
        }
    }

    public IReadOnlyList<ImportWarning> Of(KnownNames known)
    {
        var warnings = new WarningList();
        Products(known, warnings);
        Tell(withoutCustomer, "no-customer", "deal names no customer", "deals name no customer", warnings);
        Tell(withoutStart, "no-start-date", "deal has no start, so no cycle is counted for it", "deals have no start, so no cycle is counted for them", warnings);
        foreach (var (rep, lines) in known.People.Count == 0 ? [] : reps.Where(rep => !known.People.Contains(rep.Key)))
        {
            TellOf(lines, "unknown-rep", $"of {rep}, who is not among the people and so has no team", warnings, rep);
        }

        var (won, lost, open) = (outcomes[(int)DealOutcome.Won], outcomes[(int)DealOutcome.Lost], outcomes[(int)DealOutcome.Open]);
        if (won > 0 && open > 0 && lost == 0)
        {
            warnings.Add("no-lost-deals", [], 1,
                $"The file has {won} won and {open} open deals and not one lost deal: some CRMs leave lost deals out of an export, and the closing rate would be 100 %",
                won.ToString(CultureInfo.InvariantCulture), open.ToString(CultureInfo.InvariantCulture));
        }

        // A file of deals that is taken for another CRM's, or for nobody's, has none of the deals that these are changes of.
        foreach (var (source, count) in changes.Where(of => !known.DealSources.Contains(of.Key)))
        {
            warnings.Add("no-deals-of-source", [], count, string.Create(CultureInfo.InvariantCulture,
                $"No deals of the source '{source}' are there, so its {count:N0} changes of stages count for nothing yet: import its deals, or say for both files which CRM they come from"), source);
        }

        Stale(warnings);
        foreach (var (name, lines) in known.DealReps.Count == 0 ? [] : people.Where(person => !known.DealReps.Contains(person.Key)))
        {
            lines.First.Take(lines.Count).ToList().ForEach(line => warnings.Add("person-without-deals", line, name));
        }

        return warnings.ToList();
    }

    private void Add(Deal deal, int line)
    {
        outcomes[(int)deal.Outcome]++;
        if (deal.Customer is null)
        {
            withoutCustomer.Add(line);
        }

        if (deal.Rep is { } rep)
        {
            LinesOf(reps, rep).Add(line);
        }

        if (deal.Product is { } product)
        {
            LinesOf(products, product).Add(line);
        }

        if (deal.StartedOn is not { } start)
        {
            withoutStart.Add(line);
        }
        else if (deal.ClosedOn is { } closed)
        {
            var days = closed.DayNumber - start.DayNumber;
            closedAfter[days] = closedAfter.GetValueOrDefault(days) + 1;
            lastClosed = closed > lastClosed ? closed : lastClosed;
        }
        else if (deal.Outcome == DealOutcome.Open)
        {
            LinesOf(openSince, start).Add(line);
        }
    }

    private void Products(KnownNames known, WarningList warnings)
    {
        foreach (var (product, lines) in known.Products.Count == 0 ? [] : products.Where(product => !known.Products.Contains(product.Key)))
        {
            if (known.Products.FirstOrDefault(name => NameKey.IsAlike(name, product)) is { } alike)
            {
                TellOf(lines, "product-spelling", $"of '{product}', which the products call '{alike}'", warnings, product, alike);
            }
            else
            {
                TellOf(lines, "unknown-product", $"of '{product}', which is not among the products", warnings, product);
            }
        }
    }

    // Open for longer than 99 of 100 closed deals took, as at the last day on which one was closed.
    private void Stale(WarningList warnings)
    {
        var count = closedAfter.Values.Sum();
        if (count < FewestClosed)
        {
            return;
        }

        var (limit, place) = (0, (int)(count * Slowest));
        foreach (var (days, deals) in closedAfter)
        {
            limit = days;
            place -= deals;
            if (place < 0)
            {
                break;
            }
        }

        var stale = LineCount.Of(openSince.Where(since => lastClosed.DayNumber - since.Key.DayNumber > limit).Select(since => since.Value));
        Tell(stale,
            "never-closed",
            $"deal is open for more than {limit} days, which 99 of 100 closed deals did not take",
            $"deals are open for more than {limit} days, which 99 of 100 closed deals did not take",
            warnings,
            limit.ToString(CultureInfo.InvariantCulture));
    }

    private static LineCount LinesOf<TKey>(Dictionary<TKey, LineCount> counts, TKey key)
        where TKey : notnull
    {
        if (!counts.TryGetValue(key, out var lines))
        {
            counts[key] = lines = new();
        }

        return lines;
    }

    private static void TellOf(LineCount lines, string code, string whose, WarningList warnings, params string[] arguments) =>
        Tell(lines, code, $"deal {whose}", $"deals {whose}", warnings, arguments);

    private static void Tell(LineCount lines, string code, string one, string many, WarningList warnings, params string[] arguments)
    {
        if (lines.Count > 0)
        {
            var sentence = string.Create(CultureInfo.InvariantCulture, $"{lines.Count:N0} {(lines.Count == 1 ? one : many)} ({WarningList.LinesIn(lines.First, lines.Count)})");
            warnings.Add(code, [.. lines.First], lines.Count, sentence, arguments);
        }
    }
}

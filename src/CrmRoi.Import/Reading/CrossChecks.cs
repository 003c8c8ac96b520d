using System.Globalization;
using CrmRoi.Metrics.Quality;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>The names that are known, from what is stored and from every file of a run.</summary>
internal sealed record KnownNames(IReadOnlySet<string> Products, IReadOnlySet<string> People, IReadOnlySet<string> DealReps);

/// <summary>What only shows when files are seen together: names that do not meet, deals that say too little.</summary>
internal static class CrossChecks
{
    private const double Slowest = 0.99;

    /// <summary>The warnings of a file in the light of the others.</summary>
    public static IReadOnlyList<ImportWarning> Of(FileReading reading, KnownNames known)
    {
        var warnings = new WarningList();
        switch (reading.Mapping.Kind)
        {
            case RecordKind.Deals:
                Deals([.. reading.Records.Select(read => (Deal: (Deal)read.Record, read.Line))], known, warnings);
                break;
            case RecordKind.People when known.DealReps.Count > 0:
                var idle = reading.Records.Where(read => !known.DealReps.Contains(((Person)read.Record).Name)).ToList();
                idle.ForEach(read => warnings.Add("person-without-deals", read.Line, ((Person)read.Record).Name));
                break;
        }

        return warnings.ToList();
    }

    private static void Deals(List<(Deal Deal, int Line)> deals, KnownNames known, WarningList warnings)
    {
        Products(deals, known, warnings);
        Each(deals.Where(deal => deal.Deal.Customer is null), "no-customer", "deal names no customer", "deals name no customer", warnings);
        Each(deals.Where(deal => deal.Deal.StartedOn is null), "no-start-date", "deal has no start, so no cycle is counted for it", "deals have no start, so no cycle is counted for them", warnings);
        if (known.People.Count > 0)
        {
            foreach (var rep in deals.Where(deal => deal.Deal.Rep is { } name && !known.People.Contains(name)).GroupBy(deal => deal.Deal.Rep!, StringComparer.OrdinalIgnoreCase))
            {
                Of(rep, "unknown-rep", $"of {rep.Key}, who is not among the people and so has no team", warnings, rep.Key);
            }
        }

        var (won, lost, open) = (Count(DealOutcome.Won), Count(DealOutcome.Lost), Count(DealOutcome.Open));
        if (won > 0 && open > 0 && lost == 0)
        {
            warnings.Add("no-lost-deals", [], 1,
                $"The file has {won} won and {open} open deals and not one lost deal: some CRMs leave lost deals out of an export, and the closing rate would be 100 %",
                won.ToString(CultureInfo.InvariantCulture), open.ToString(CultureInfo.InvariantCulture));
        }

        Stale(deals, warnings);

        int Count(DealOutcome outcome) => deals.Count(deal => deal.Deal.Outcome == outcome);
    }

    private static void Products(List<(Deal Deal, int Line)> deals, KnownNames known, WarningList warnings)
    {
        if (known.Products.Count == 0)
        {
            return;
        }

        var unknown = deals.Where(deal => deal.Deal.Product is { } name && !known.Products.Contains(name)).GroupBy(deal => deal.Deal.Product!);
        foreach (var product in unknown)
        {
            if (known.Products.FirstOrDefault(name => NameKey.IsAlike(name, product.Key)) is { } alike)
            {
                Of(product, "product-spelling", $"of '{product.Key}', which the products call '{alike}'", warnings, product.Key, alike);
            }
            else
            {
                Of(product, "unknown-product", $"of '{product.Key}', which is not among the products", warnings, product.Key);
            }
        }
    }

    // Open for longer than 99 of 100 closed deals took, as at the last day on which one was closed.
    private static void Stale(List<(Deal Deal, int Line)> deals, WarningList warnings)
    {
        var closed = deals.Where(deal => deal.Deal is { ClosedOn: not null, StartedOn: not null }).Select(deal => deal.Deal).ToList();
        if (closed.Count < 100)
        {
            return;
        }

        var days = closed.Select(deal => deal.ClosedOn!.Value.DayNumber - deal.StartedOn!.Value.DayNumber).Order().ToList();
        var limit = days[(int)(days.Count * Slowest)];
        var last = closed.Max(deal => deal.ClosedOn!.Value).DayNumber;
        Each(deals.Where(deal => deal.Deal is { Outcome: DealOutcome.Open, StartedOn: { } start } && last - start.DayNumber > limit),
            "never-closed",
            $"deal is open for more than {limit} days, which 99 of 100 closed deals did not take",
            $"deals are open for more than {limit} days, which 99 of 100 closed deals did not take",
            warnings,
            limit.ToString(CultureInfo.InvariantCulture));
    }

    private static void Of(IEnumerable<(Deal Deal, int Line)> deals, string code, string whose, WarningList warnings, params string[] arguments) =>
        Each(deals, code, $"deal {whose}", $"deals {whose}", warnings, arguments);

    private static void Each(
        IEnumerable<(Deal Deal, int Line)> deals, string code, string one, string many, WarningList warnings, params string[] arguments)
    {
        var lines = deals.Select(deal => deal.Line).ToList();
        if (lines.Count > 0)
        {
            var sentence = string.Create(CultureInfo.InvariantCulture, $"{lines.Count:N0} {(lines.Count == 1 ? one : many)} ({WarningList.LinesIn(lines)})");
            warnings.Add(code, lines, lines.Count, sentence, arguments);
        }
    }
}

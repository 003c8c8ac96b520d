using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Quality;

/// <summary>The second look at the records: each check's deals, each field's gaps. Records come one by one, so that any number of them fits.</summary>
/// <param name="found">What the first look found.</param>
/// <param name="asOf">The last day that the records tell of.</param>
public sealed class QualityCount(SurveyedDeals found, DateOnly asOf)
{
    private readonly Dictionary<QualityCheck, FindingCount> findings = Enum.GetValues<QualityCheck>().ToDictionary(check => check, check => new FindingCount(check));
    private readonly Dictionary<string, string> firstOfRepeated = [];
    private readonly Dictionary<string, Deal> firstOfAnySource = [];
    private readonly Dictionary<ulong, string> firstOfLeads = [];
    private readonly Dictionary<ulong, string> firstOfCustomers = [];
    private readonly CoverageCount coverage = new();
    private readonly SpellingCount customers = new("customer");
    private readonly SpellingCount reps = new("rep");
    private readonly SpellingCount products = new("product");
    private readonly SpellingCount channels = new("channel");
    private readonly SpellingCount segments = new("segment");
    private long deals, open, closed, won, leads, flaggedLeads, customerRecords;
    private decimal openValue;

    /// <summary>Looks at a record; deals in the order in which they came, so that of two that are one the later is the duplicate.</summary>
    public void Add(Record record)
    {
        coverage.Add(record);
        switch (record)
        {
            case Deal deal:
                Add(deal);
                break;
            case Lead lead:
                Add(lead);
                reps.Add(lead.Rep);
                channels.Add(lead.Channel);
                segments.Add(lead.Segment);
                break;
            case Customer customer:
                Add(customer);
                customers.Add(customer.Name);
                segments.Add(customer.Segment);
                break;
            case Order order:
                customers.Add(order.Customer);
                products.Add(order.Product);
                channels.Add(order.Channel);
                break;
        }
    }

    /// <summary>The report, once every record was looked at.</summary>
    public QualityReport Report() => new(
        asOf,
        deals,
        found.Limits,
        [.. findings.Select(finding => finding.Value.Result(LookedAt(finding.Key)))],
        coverage.Result(),
        [customers.Result(), reps.Result(), products.Result(), channels.Result(), segments.Result()])
    {
        OpenDeals = open,
        OpenValue = openValue,
        LeadsFlaggedAsDuplicates = flaggedLeads,
    };

    private long LookedAt(QualityCheck check) => check switch
    {
        QualityCheck.Duplicate or QualityCheck.InTwoSources => deals,
        QualityCheck.LeadTwice => leads,
        QualityCheck.CustomerTwice => customerRecords,
        QualityCheck.NeverClosed => open,
        QualityCheck.Outlier or QualityCheck.WonWithoutValue or QualityCheck.BeforeLosses => won,
        _ => closed,
    };

    private void Add(Deal deal)
    {
        deals++;
        customers.Add(deal.Customer);
        reps.Add(deal.Rep);
        products.Add(deal.Product);
        channels.Add(deal.Channel);
        segments.Add(deal.Segment);
        AddRepeated(deal);

        if (deal.Outcome == DealOutcome.Open)
        {
            AddOpen(deal);
        }
        else if (deal.ClosedOn is { } closedOn)
        {
            AddClosed(deal, closedOn);
        }
    }

    // One that comes twice on the same day is told of once, whatever its source.
    private void AddRepeated(Deal deal)
    {
        var key = DealKey.OfAnySource(deal);
        var elsewhere = key is not null && found.InTwoSources.Contains(DealKey.Hash(key)) && !firstOfAnySource.TryAdd(key, deal) ? firstOfAnySource[key] : null;
        if (DealKey.Of(deal) is { } same && found.Repeated.Contains(DealKey.Hash(same)) && !firstOfRepeated.TryAdd(same, deal.Id))
        {
            findings[QualityCheck.Duplicate].Add(deal, firstOfRepeated[same]);
        }
        else if (elsewhere is not null && elsewhere.Source != deal.Source)
        {
            findings[QualityCheck.InTwoSources].Add(deal, $"{elsewhere.Source} {elsewhere.Id}");
        }
    }

    private void Add(Lead lead)
    {
        leads++;
        flaggedLeads += lead.IsDuplicate ? 1 : 0;
        if (LeadKey.Of(lead) is { } key && found.RepeatedLeads.Contains(key) && !firstOfLeads.TryAdd(key, $"{lead.Source} {lead.Id}"))
        {
            findings[QualityCheck.LeadTwice].Add(lead, firstOfLeads[key]);
        }
    }

    private void Add(Customer customer)
    {
        customerRecords++;
        if (NameKey.Of(customer.Name) is { Length: > 0 } name && DealKey.Hash(name) is var key && !firstOfCustomers.TryAdd(key, $"{customer.Source} {customer.Id}"))
        {
            findings[QualityCheck.CustomerTwice].Add(customer, firstOfCustomers[key]);
        }
    }

    private void AddOpen(Deal deal)
    {
        open++;
        openValue += deal.Value ?? 0;
        if (found.Limits.LongestOpen is { } longest && deal.StartedOn is { } started && asOf.DayNumber - started.DayNumber > longest)
        {
            findings[QualityCheck.NeverClosed].Add(deal, Month.Of(started.AddDays(longest + 1)), new() { DealsLost = 1, LostValue = deal.Value ?? 0 });
        }
    }

    private void AddClosed(Deal deal, DateOnly closedOn)
    {
        closed++;
        AddIf(QualityCheck.SourceWithoutLost, found.WithoutLost.Contains(deal.Source));
        AddIf(QualityCheck.ClosedBeforeStart, deal.IsClosedBeforeStart);
        if (deal.Outcome == DealOutcome.Won)
        {
            won++;
            AddIf(QualityCheck.BeforeLosses, found.FirstLoss is { } first && Month.Of(closedOn) < first);
            AddIf(QualityCheck.Outlier, deal.Value > found.Limits.LargestUsual);
            AddIf(QualityCheck.WonWithoutValue, deal.Value is null or 0);
        }

        void AddIf(QualityCheck check, bool isFound)
        {
            if (isFound)
            {
                findings[check].Add(deal);
            }
        }
    }
}

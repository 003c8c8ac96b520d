using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Example;

/// <summary>A way in which customers come, how often, and what that does to the odds.</summary>
internal sealed record ExampleChannel(string Name, double Share, double ClosingRate);

/// <summary>A kind of customer, how often, and how much bigger its deals are.</summary>
internal sealed record ExampleSegment(string Name, double Share, double Size, IReadOnlyList<string> Kinds);

/// <summary>Something sold, its share of the deals and the median size of a deal.</summary>
internal sealed record ExampleProduct(string Name, string Series, decimal ListPrice, double Share, double DealSize);

/// <summary>What is sold, to whom and when: all that has nothing to do with the CRM.</summary>
internal sealed class Market(Chance chance)
{
    /// <summary>How much more business there is each year, CRM or not.</summary>
    public const double YearlyGrowth = 0.07;

    /// <summary>The month from which prices are higher while goods cost what they did: a second thing that is not the CRM's doing.</summary>
    public const int PriceRiseMonth = 27;

    public const double PriceRise = 0.02;

    private const int KnownCustomersOfRegion = 90;
    private const double ShareOfNewCustomers = 0.25;

    public static readonly IReadOnlyList<ExampleChannel> Channels =
    [
        new("Web", 0.34, -0.02), new("Phone", 0.20, -0.01), new("Fair", 0.16, 0), new("Referral", 0.16, 0.05), new("Partner", 0.14, 0.01),
    ];

    public static readonly IReadOnlyList<ExampleSegment> Segments =
    [
        new("Laboratories", 0.34, 1.0, ["Labs", "Analytics", "Diagnostics", "Testing", "Bioscience"]),
        new("Manufacturing", 0.30, 1.15, ["Precision", "Chemicals", "Foods", "Coatings", "Components"]),
        new("Universities", 0.20, 0.85, ["University", "Institute", "Academy", "College", "Research Centre"]),
        new("Public sector", 0.16, 0.95, ["Waterworks", "Clinic", "Environment Office", "Utilities", "Survey Office"]),
    ];

    public static readonly IReadOnlyList<ExampleProduct> Products =
    [
        new("Aurora 100", "Aurora", 890m, 0.18, 5_200), new("Aurora 200", "Aurora", 1_450m, 0.16, 6_400),
        new("Aurora 300", "Aurora", 2_200m, 0.10, 8_900), new("Boreas S", "Boreas", 1_150m, 0.17, 5_900),
        new("Boreas M", "Boreas", 1_990m, 0.14, 7_600), new("Boreas L", "Boreas", 3_400m, 0.08, 10_800),
        new("Cirrus Care", "Cirrus", 640m, 0.09, 4_600), new("Cirrus Cal", "Cirrus", 980m, 0.08, 5_400),
    ];

    private static readonly double[] Seasons = [0.94, 0.98, 1.10, 1.04, 1.02, 1.00, 0.92, 0.84, 1.08, 1.12, 1.10, 0.86];

    private static readonly string[] Prefixes =
    [
        "Alder", "Amsel", "Birken", "Blau", "Brunnen", "Castor", "Delta", "Eichen", "Elbe", "Falken", "Feld", "Fjord", "Gamma", "Grün", "Hafen", "Hansa",
        "Helio", "Isar", "Jura", "Kiefer", "Kranich", "Linden", "Lumen", "Main", "Merkur", "Mistral", "Neckar", "Nova", "Oder", "Orion", "Pappel", "Polar",
        "Quell", "Rhein", "Saale", "Sigma", "Spree", "Stern", "Sylt", "Tannen", "Taunus", "Ulmen", "Vega", "Wald", "Weser", "West", "Zenit", "Zirbel",
    ];

    private static readonly string[] Forms = ["GmbH", "AG", "KG", "& Co", "Group", "SE"];

    private readonly Dictionary<string, List<Customer>> byRegion = [];
    private readonly Dictionary<string, int> bySegment = [];
    private readonly HashSet<string> old = [];

    public List<Customer> Customers { get; } = [];

    public static IReadOnlyList<Product> Catalogue =>
        [.. Products.Select((product, i) => new Product
        {
            Source = ExampleCompany.SourceName,
            Id = string.Create(CultureInfo.InvariantCulture, $"A-{i + 1}"),
            Name = product.Name,
            Series = product.Series,
            ListPrice = product.ListPrice,
        })];

    /// <summary>How much of an average month's business a calendar month has.</summary>
    public static double Season(Month month) => Seasons[month.Number - 1];

    /// <summary>How much more or less business there is in a month than on average when the records start.</summary>
    public static double DemandIn(Month month, Month first) =>
        Season(month) * Math.Pow(1 + YearlyGrowth, first.MonthsUntil(month) / 12.0);

    /// <summary>A customer of a region: one that is there already, or a new one.</summary>
    public Customer CustomerIn(string region, string channel)
    {
        if (!byRegion.TryGetValue(region, out var known))
        {
            known = byRegion[region] = [];
            known.AddRange(Enumerable.Range(0, KnownCustomersOfRegion).Select(_ => NewCustomer(region, chance.Of(Channels, c => c.Share).Name)));
            old.UnionWith(known.Select(customer => customer.Id));
        }

        if (!chance.Happens(ShareOfNewCustomers))
        {
            return chance.Of(known);
        }

        var customer = NewCustomer(region, channel);
        known.Add(customer);
        return customer;
    }

    /// <summary>Whether a customer bought before the records start, so that its first purchase is not in them.</summary>
    public bool IsOld(Customer customer) => old.Contains(customer.Id);

    private Customer NewCustomer(string region, string channel)
    {
        var segment = chance.Of(Segments, s => s.Share);
        var number = bySegment[segment.Name] = bySegment.GetValueOrDefault(segment.Name) + 1;
        var customer = new Customer
        {
            Source = ExampleCompany.SourceName,
            Id = string.Create(CultureInfo.InvariantCulture, $"C-{Customers.Count + 1:0000}"),
            Name = NameOf(segment, number - 1),
            Segment = segment.Name,
            Region = region,
            Channel = channel,
        };
        Customers.Add(customer);
        return customer;
    }

    private static string NameOf(ExampleSegment segment, int number)
    {
        var prefix = Prefixes[number % Prefixes.Length];
        var kind = segment.Kinds[number / Prefixes.Length % segment.Kinds.Count];
        var form = Forms[number / (Prefixes.Length * segment.Kinds.Count) % Forms.Length];
        return $"{prefix} {kind} {form}";
    }
}

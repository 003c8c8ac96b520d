using System.Collections;
using System.Globalization;
using System.Resources;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Attribution;
using CrmRoi.Metrics.Catalogue;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Lifetime;
using CrmRoi.Metrics.Planning;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using CrmRoi.Metrics.Reviews;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Reports.Tests;

public sealed class DomainTextTests
{
    private static readonly Type[] Enumerations =
    [
        typeof(VerdictReason), typeof(Verdict), typeof(CostKind), typeof(Cadence), typeof(MarginSource), typeof(Dimensions), typeof(Direction),
        typeof(ComparedWith), typeof(GainBasis), typeof(ReturnVerdict), typeof(Unit),
        typeof(BridgeFactor), typeof(PlannedMeasure), typeof(Standing),
        typeof(EvidenceVerdict), typeof(EvidenceMethod), typeof(OfficialRule), typeof(CauseKind), typeof(CauseTreatment), typeof(UntouchedSeries), typeof(EvidenceReason),
        typeof(CrmFunction), typeof(AssumptionTarget), typeof(AssumptionDecision), typeof(AssumptionProblem), typeof(BenefitKind), typeof(FactorKind), typeof(ScenarioKind),
        typeof(RoiConvention), typeof(LifetimeRefusal), typeof(AttributionModel), typeof(ReviewCadence),
    ];

    private static readonly Dictionary<string, string> English = Read(CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> German = Read(CultureInfo.GetCultureInfo("de"));

    [Fact]
    public void Every_metric_measure_group_and_reason_has_its_German()
    {
        var missing = OfTheDomain().Where(key => !German.ContainsKey(key));

        missing.Should().BeEmpty();
    }

    [Fact]
    public void Every_member_of_an_enumeration_that_is_shown_has_its_English_and_its_German()
    {
        var missing = OfEnumerations().Where(key => !English.ContainsKey(key) || !German.ContainsKey(key));

        missing.Should().BeEmpty();
    }

    [Fact]
    public void Whatever_the_English_file_says_the_German_says_too()
    {
        English.Keys.Should().BeSubsetOf(German.Keys);
    }

    [Fact]
    public void No_German_text_is_stale()
    {
        var known = OfTheDomain().Concat(OfEnumerations()).Concat(English.Keys);

        German.Keys.Should().BeSubsetOf(known);
    }

    [Fact]
    public void No_English_member_is_stale()
    {
        // Of projects that this one does not know.
        string[] elsewhere = ["MailCadence", "MailKind", "ReviewItemKind"];
        var members = English.Keys.Where(key => char.IsUpper(key[0]) && !elsewhere.Contains(key.Split('.')[0]));

        members.Should().BeSubsetOf(OfEnumerations());
    }

    [Fact]
    public void No_German_text_is_empty_unless_the_English_is()
    {
        German.Where(text => text.Value.Length == 0).Select(text => text.Key).Should().BeEquivalentTo(["VerdictReason.None"]);
    }

    [Theory]
    [InlineData("en-GB", "Closing rate", "of 412 closed deals", "Deals", "Unassigned")]
    [InlineData("de-AT", "Abschlussquote", "von 412 entschiedenen Verkaufschancen", "Verkaufschancen", "Ohne Zuordnung")]
    public void The_domain_speaks_the_language_of_the_reader(string culture, string name, string denominator, string group, string unassigned)
    {
        var text = new DomainText(CultureInfo.GetCultureInfo(culture));

        text.Name(FunnelMetrics.ClosingRate).Should().Be(name);
        text.DenominatorOf(FunnelMetrics.ClosingRate, "412").Should().Be(denominator);
        text.Name(MetricCatalogue.Groups[2]).Should().Be(group);
        text.MemberOf(Cell.Unassigned).Should().Be(unassigned);
        text.MemberOf("North").Should().Be("North");
    }

    private static IEnumerable<string> OfTheDomain() =>
    [
        .. MetricCatalogue.Groups.Select(group => $"group.{group.Key}"),
        .. MetricCatalogue.All.SelectMany(KeysOf),
        .. Measure.All.Where(measure => measure.Name.Length > 0).Select(measure => $"measure.{measure.Member}"),
        .. Enum.GetNames<EvidenceReason>().Select(reason => $"evidence-needed.{reason}"),
        .. typeof(Reason).GetFields().Select(field => field.GetValue(null)).OfType<Reason>().Select(reason => $"reason.{reason.Key}"),
    ];

    private static IEnumerable<string> KeysOf(Metric metric) =>
    [
        $"metric.{metric.Key}.name", $"metric.{metric.Key}.definition", $"metric.{metric.Key}.undefined",
        .. metric.Of is null ? Array.Empty<string>() : [$"metric.{metric.Key}.of"],
    ];

    private static IEnumerable<string> OfEnumerations() =>
        Enumerations.SelectMany(type => Enum.GetNames(type).Select(member => $"{type.Name}.{member}"));

    private static Dictionary<string, string> Read(CultureInfo culture)
    {
        var words = new ResourceManager("CrmRoi.Reports.Resources.DomainText", typeof(DomainText).Assembly);
        return words.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
    }
}

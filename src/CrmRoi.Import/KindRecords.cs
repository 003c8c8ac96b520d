using CrmRoi.Data;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import;

/// <summary>What a kind of rows is among the stored records.</summary>
internal static class KindRecords
{
    /// <summary>Records as a batch to be stored.</summary>
    public static RecordBatch BatchOf(RecordKind kind, IEnumerable<Record> records, IReadOnlyList<StageChange> stages) => kind switch
    {
        RecordKind.Products => new() { Products = [.. records.Cast<Product>()] },
        RecordKind.People => new() { People = [.. records.Cast<Person>()] },
        RecordKind.Customers => new() { Customers = [.. records.Cast<Customer>()] },
        RecordKind.Campaigns => new() { Campaigns = [.. records.Cast<Campaign>()] },
        RecordKind.Leads => new() { Leads = [.. records.Cast<Lead>()] },
        RecordKind.Deals => new() { Deals = [.. records.Cast<Deal>()], StageChanges = stages },
        RecordKind.Activities => new() { Activities = [.. records.Cast<Activity>()] },
        RecordKind.Orders => new() { Orders = [.. records.Cast<Order>()] },
        RecordKind.Touches => new() { Touches = [.. records.Cast<Touch>()] },
        RecordKind.Cases => new() { Cases = [.. records.Cast<Case>()] },
        RecordKind.Surveys => new() { SurveyAnswers = [.. records.Cast<SurveyAnswer>()] },
        RecordKind.Costs => new() { Costs = [.. records.Cast<Cost>()] },
        RecordKind.StageChanges => new() { StageChanges = [.. records.Cast<StageChange>()] },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of record."),
    };

    /// <summary>The counts of a kind.</summary>
    public static UpsertCounts CountsOf(UpsertCounts counts, RecordKind kind) => kind switch
    {
        RecordKind.Products => counts.Of<Product>(),
        RecordKind.People => counts.Of<Person>(),
        RecordKind.Customers => counts.Of<Customer>(),
        RecordKind.Campaigns => counts.Of<Campaign>(),
        RecordKind.Leads => counts.Of<Lead>(),
        RecordKind.Deals => counts.Of<Deal>(),
        RecordKind.Activities => counts.Of<Activity>(),
        RecordKind.Orders => counts.Of<Order>(),
        RecordKind.Touches => counts.Of<Touch>(),
        RecordKind.Cases => counts.Of<Case>(),
        RecordKind.Surveys => counts.Of<SurveyAnswer>(),
        RecordKind.Costs => counts.Of<Cost>(),
        RecordKind.StageChanges => counts.Of<StageChange>(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of record."),
    };

    /// <summary>Deletes the stored records of a kind that an import of all of them did not hold.</summary>
    public static Task<int> DeleteOthersAsync(RecordImport import, RecordKind kind, string source, CancellationToken cancellationToken) => kind switch
    {
        RecordKind.Products => import.DeleteOthersAsync<Product>(source, cancellationToken),
        RecordKind.People => import.DeleteOthersAsync<Person>(source, cancellationToken),
        RecordKind.Customers => import.DeleteOthersAsync<Customer>(source, cancellationToken),
        RecordKind.Campaigns => import.DeleteOthersAsync<Campaign>(source, cancellationToken),
        RecordKind.Leads => import.DeleteOthersAsync<Lead>(source, cancellationToken),
        RecordKind.Deals => import.DeleteOthersAsync<Deal>(source, cancellationToken),
        RecordKind.Activities => import.DeleteOthersAsync<Activity>(source, cancellationToken),
        RecordKind.Orders => import.DeleteOthersAsync<Order>(source, cancellationToken),
        RecordKind.Touches => import.DeleteOthersAsync<Touch>(source, cancellationToken),
        RecordKind.Cases => import.DeleteOthersAsync<Case>(source, cancellationToken),
        RecordKind.Surveys => import.DeleteOthersAsync<SurveyAnswer>(source, cancellationToken),
        RecordKind.Costs => import.DeleteOthersAsync<Cost>(source, cancellationToken),
        RecordKind.StageChanges => import.DeleteOthersAsync<StageChange>(source, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of record."),
    };
}

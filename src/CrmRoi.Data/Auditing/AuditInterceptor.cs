using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmRoi.Data;

/// <summary>Writes down who changed what people enter, in the same transaction. Never what proves who somebody is.</summary>
internal sealed class AuditInterceptor(TimeProvider time, CurrentUser user) : SaveChangesInterceptor
{
    private const string System = "system";

    // Of users only what is named here is written down: a column that Identity adds one day stays out.
    private static readonly HashSet<string> OfUsers =
    [
        nameof(User.UserName), nameof(User.Email), nameof(User.DisplayName), nameof(User.Culture), nameof(User.LockoutEnabled), nameof(User.TwoFactorEnabled),
    ];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write((CrmRoiContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Write((CrmRoiContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Write(CrmRoiContext context)
    {
        var entries = context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => (Entry: entry, Key: KeyOf(entry.Entity)))
            .Where(audited => audited.Key is not null)
            .Select(audited => EntryOf(audited.Entry, audited.Key!))
            .OfType<AuditEntry>()
            .ToList();
        context.AuditEntries.AddRange(entries);
    }

    private AuditEntry? EntryOf(EntityEntry entry, string key)
    {
        var changes = new Dictionary<string, object?[]>();
        foreach (var (name, before, after) in PropertiesOf(entry))
        {
            if (!Equals(before, after))
            {
                changes[name] = [before, after];
            }
        }

        return changes.Count == 0 ? null : new AuditEntry
        {
            At = time.GetUtcNow(),
            User = user.Name() ?? System,
            Entity = NameOf(entry),
            Key = key,
            What = entry.State switch { EntityState.Added => AuditAction.Added, EntityState.Deleted => AuditAction.Deleted, _ => AuditAction.Changed },
            Changes = JsonSerializer.Serialize(changes),
        };
    }

    // Some entities are rows of what people know by another name.
    private static string NameOf(EntityEntry entry) => entry.Entity switch
    {
        EnteredFigureRow => "EnteredFigure",
        PlannedFigureRow => "PlannedFigure",
        TargetRow => "Target",
        ComparabilityRow => "ComparabilityStatement",
        StageRow => "Stage",
        _ => entry.Metadata.ClrType.Name,
    };

    private static string? KeyOf(object entity) => entity switch
    {
        Cost cost => $"{cost.Source}/{cost.Id}",
        Saving saving => $"{saving.Source}/{saving.Id}",
        Programme programme => programme.Name,
        Benefit benefit => $"{benefit.Programme}/{benefit.Kind}",
        Assumption assumption => $"{assumption.Programme}/{assumption.Name}",
        Lever lever => $"{lever.Programme}/{lever.Function}",
        Scenario scenario => $"{scenario.Programme}/{scenario.Name}",
        EnteredFigureRow row => $"{row.Figure.Measure} {row.Figure.Period} {row.Figure.Team}".TrimEnd(),
        PlannedFigureRow row => $"{row.Figure.Measure} {row.Figure.Month} {row.Figure.Team} {row.Figure.Rep}".TrimEnd(),
        TargetRow row => $"{row.Target.Metric} {row.Target.Due} {row.Target.Team}".TrimEnd(),
        OtherCause cause => cause.Name,
        MethodChoice choice => choice.Programme,
        ComparabilityRow row => $"{row.Programme}/{row.Family}",
        StageRow row => row.Name,
        Review review => ReviewStore.KeyOf(review),
        ReviewItem item => $"{item.ReviewId}/{item.Kind}",
        ReviewPlan plan => plan.Programme,
        MailSchedule schedule => $"{schedule.Programme}/{schedule.Kind}",
        NameAlias alias => $"{alias.Field}/{alias.Alias}",
        Company company => company.Name,
        CompanyLook => "look",
        User user => user.UserName ?? user.Id,
        _ => null,
    };

    private static IEnumerable<(string Name, object? Before, object? After)> PropertiesOf(EntityEntry entry) =>
        Flatten(entry.Metadata, entry.OriginalValues, entry.CurrentValues)
            .Where(value => entry.Entity is not User || OfUsers.Contains(value.Property.Name))
            .Select(value => (
                value.Property.Name,
                entry.State == EntityState.Added ? null : Readable(value.Before),
                entry.State == EntityState.Deleted ? null : Readable(value.After)));

    private static IEnumerable<(IProperty Property, object? Before, object? After)> Flatten(ITypeBase type, PropertyValues before, PropertyValues after) =>
        type.GetFlattenedProperties()
            .Where(property => !property.IsPrimaryKey() && !property.IsConcurrencyToken)
            .Select(property => (property, before[property], after[property]));

    private static object? Readable(object? value) => value switch
    {
        Month month => month.IsKnown ? month.ToString() : null,
        Enum name => name.ToString(),
        IEnumerable<TeamGoLive> teams => string.Join("; ", teams.Select(team => $"{team.Team} {team.Month}")),
        IEnumerable<UserCount> counts => string.Join("; ", counts.Select(count => $"{count.From} {count.Users}")),
        IEnumerable<ScenarioValue> values => string.Join("; ", values.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Assumption} {each.Value}"))),
        byte[] bytes => $"{bytes.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}",
        IEnumerable<string> texts => string.Join(" ", texts),
        _ => value,
    };
}

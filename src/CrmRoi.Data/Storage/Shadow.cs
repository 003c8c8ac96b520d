using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>What the database knows of an entity and its type does not say: its key, and its version where two people may edit it at once.</summary>
public static class Shadow
{
    /// <summary>The name of the key of records and programmes, for <see cref="EF.Property{TProperty}"/>.</summary>
    public const string Key = "Key";

    /// <summary>The name of the version of what forms edit.</summary>
    public const string Version = "Version";

    /// <summary>The name of the import that wrote a record last; none where a form or the example company did.</summary>
    public const string WrittenBy = "WrittenBy";

    /// <summary>The name of what tells at once whether a record is as it was: a hash of its stored values; none where nobody reckoned it.</summary>
    public const string Fingerprint = "Fingerprint";

    /// <summary>The key of a tracked record or programme: what links to its form carry. <c>FindAsync(key)</c> finds it again.</summary>
    public static long KeyOf(this CrmRoiContext context, object entity) => (long)context.Entry(entity).Property(Key).CurrentValue!;

    /// <summary>The version of a tracked cost, saving, programme or entered figure: what its form carries in a hidden field.</summary>
    public static Guid VersionOf(this CrmRoiContext context, object entity) => (Guid)context.Entry(entity).Property(Version).CurrentValue!;

    /// <summary>
    /// Gives a tracked entity the values of a changed copy, provided that it still has the version the form was filled with:
    /// otherwise saving throws <see cref="DbUpdateConcurrencyException"/>.
    /// </summary>
    public static void Change<TEntity>(this CrmRoiContext context, TEntity stored, TEntity changed, Guid version)
        where TEntity : class
    {
        var entry = context.Entry(stored);
        entry.CurrentValues.SetValues(changed);
        context.Expect(stored, version);
    }

    /// <summary>Lets saving or deleting a tracked entity throw <see cref="DbUpdateConcurrencyException"/> unless it still has a version.</summary>
    public static void Expect(this CrmRoiContext context, object stored, Guid version) =>
        context.Entry(stored).Property(Version).OriginalValue = version;
}

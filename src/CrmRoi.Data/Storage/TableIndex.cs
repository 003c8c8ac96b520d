using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmRoi.Data;

/// <summary>An index of a table as the model has it, with the statements that drop and make it in the words that SQLite and PostgreSQL share.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsKey">Whether it keeps rows unique.</param>
/// <param name="Drop">Drops it, if it is there.</param>
/// <param name="Create">Makes it, if it is not there.</param>
public sealed record TableIndex(string Name, bool IsKey, string Drop, string Create)
{
    /// <summary>The indexes of the table of a kind of row.</summary>
    public static IReadOnlyList<TableIndex> Of<TRow>(CrmRoiContext context) => [.. context.Model.FindEntityType(typeof(TRow))!.GetIndexes().Select(Of)];

    // Only names of the model.
    private static TableIndex Of(IIndex index)
    {
        var name = index.GetDatabaseName()!;
        var columns = string.Join(", ", index.Properties.Select(property => $"\"{property.GetColumnName()}\""));
        var filter = index.GetFilter() is { } stated ? $" WHERE {stated}" : "";
        var unique = index.IsUnique ? "UNIQUE " : "";
        return new(name, index.IsUnique, $"DROP INDEX IF EXISTS \"{name}\"", $"CREATE {unique}INDEX IF NOT EXISTS \"{name}\" ON \"{index.DeclaringEntityType.GetTableName()}\" ({columns}){filter}");
    }
}

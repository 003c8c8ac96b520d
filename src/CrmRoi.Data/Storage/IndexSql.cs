using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmRoi.Data;

/// <summary>Statements that drop and make the indexes of a table as the model has them, in the words that SQLite and PostgreSQL share.</summary>
public static class IndexSql
{
    /// <summary>Drops each index that is there.</summary>
    public static IEnumerable<string> Drops<TRow>(CrmRoiContext context) => Of<TRow>(context).Select(index => $"DROP INDEX IF EXISTS \"{index.GetDatabaseName()}\"");

    /// <summary>Makes each index that is not there.</summary>
    /// <param name="context">The context.</param>
    /// <param name="isKeysOnly">Whether only those that keep rows unique.</param>
    public static IEnumerable<string> Creates<TRow>(CrmRoiContext context, bool isKeysOnly = false) => Of<TRow>(context).Where(index => index.IsUnique || !isKeysOnly).Select(Create);

    private static IEnumerable<IIndex> Of<TRow>(CrmRoiContext context) => context.Model.FindEntityType(typeof(TRow))!.GetIndexes();

    // Only names of the model.
    private static string Create(IIndex index)
    {
        var columns = string.Join(", ", index.Properties.Select(property => $"\"{property.GetColumnName()}\""));
        var filter = index.GetFilter() is { } stated ? $" WHERE {stated}" : "";
        return $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX IF NOT EXISTS \"{index.GetDatabaseName()}\" ON \"{index.DeclaringEntityType.GetTableName()}\" ({columns}){filter}";
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace CrmRoi.Data;

/// <summary>Gives every decimal and every time the form in which each database keeps it exactly.</summary>
/// <remarks>
/// SQLite has no exact decimal: amounts are integers there, scaled by 10,000, so that sums made in SQL are exact too.
/// A decimal whose precision its entity sets is no amount: SQLite keeps it as text, to read back exactly, and nothing sums it in SQL.
/// </remarks>
internal sealed class StorageConvention(string? provider) : IModelFinalizingConvention
{
    private readonly bool isSqlite = provider?.EndsWith(".Sqlite", StringComparison.Ordinal) == true;
    private readonly bool isSqlServer = provider?.EndsWith(".SqlServer", StringComparison.Ordinal) == true;
    private readonly bool isPostgreSql = provider?.StartsWith("Npgsql", StringComparison.Ordinal) == true;

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(PropertiesOf))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type == typeof(decimal))
            {
                Configure(property);
            }
            else if (type == typeof(DateTime) && isPostgreSql)
            {
                property.SetColumnType("timestamp without time zone");
            }
            else if (type == typeof(string) && isSqlServer && property.FindAnnotation(CaseMatters) is not null)
            {
                property.SetCollation("Latin1_General_100_BIN2");
            }
        }
    }

    /// <summary>Marks texts that differ when their case does: SQL Server compares without regard to case unless told otherwise.</summary>
    internal const string CaseMatters = "CrmRoi:CaseMatters";

    private void Configure(IConventionProperty property)
    {
        if (property.GetPrecision() is null)
        {
            property.SetPrecision(19);
            property.SetScale(Limits.DecimalPlaces);
            property.SetValueConverter(isSqlite ? new ScaledAmountConverter() : new RoundedAmountConverter());
        }
    }

    private static IEnumerable<IConventionProperty> PropertiesOf(IConventionTypeBase type) =>
        type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType)));
}

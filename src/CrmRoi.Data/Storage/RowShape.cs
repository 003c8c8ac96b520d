using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CrmRoi.Data;

/// <summary>A column that rows are written into.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="StoreType">Its type there.</param>
/// <param name="IsOptional">Whether a row may have nothing there.</param>
public sealed record RowColumn(string Name, string StoreType, bool IsOptional);

/// <summary>Finds the shapes of rows.</summary>
public static class RowShape
{
    /// <summary>The shape of rows in a context's database.</summary>
    public static RowShape<TRow> Of<TRow>(CrmRoiContext context)
        where TRow : class =>
        RowShape<TRow>.Of(context.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} is not stored."));
}

/// <summary>What of an object is stored in which column, by the model: its columns and conversions, compiled once.</summary>
/// <remarks>The columns are those that the object itself knows, by name; keys that the database makes, stamps and versions are not among them.</remarks>
public sealed class RowShape<TRow>
    where TRow : class
{
    private static readonly ConditionalWeakTable<IEntityType, RowShape<TRow>> Known = [];
    private readonly Action<TRow, RowSink> write;
    private readonly Lazy<Func<RowSource, int[], TRow>> read;

    private RowShape(IEntityType entity)
    {
        var properties = entity.GetFlattenedProperties()
            .Where(property => !property.IsShadowProperty() && !IsMadeByDatabase(property))
            .OrderBy(property => property.GetColumnName(), StringComparer.Ordinal)
            .ToList();
        Entity = entity;
        Table = entity.GetTableName()!;
        Columns = [.. properties.Select(property => new RowColumn(property.GetColumnName(), property.GetColumnType(), property.IsNullable))];
        IsComplete = entity.GetProperties().All(property => !property.IsShadowProperty() || property.IsPrimaryKey() || property.Name is Shadow.WrittenBy or Shadow.Fingerprint);
        write = Compile(properties);
        read = new(() => RowMaking.Compile<TRow>(properties));
    }

    public IEntityType Entity { get; }

    public string Table { get; }

    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>Whether these columns and stamps are all that the table needs: rows may then be written past the context.</summary>
    public bool IsComplete { get; }

    internal static RowShape<TRow> Of(IEntityType entity) => Known.GetValue(entity, type => new(type));

    /// <summary>For each of <see cref="Columns"/> its place among those that were asked for; below zero for an optional one that was not.</summary>
    /// <exception cref="InvalidOperationException">One that every row needs was not asked for.</exception>
    public int[] PlacesIn(IReadOnlyList<string> asked)
    {
        var places = asked.Index().ToDictionary(column => column.Item, column => column.Index);
        return [.. Columns.Select(column => places.TryGetValue(column.Name, out var place) ? place
            : column.IsOptional ? -1
            : throw new InvalidOperationException($"{Table} cannot be read without {column.Name}."))];
    }

    /// <summary>Makes a row of stored values.</summary>
    /// <param name="source">Where they are.</param>
    /// <param name="places">For each of <see cref="Columns"/> its place there, as <see cref="PlacesIn"/> finds them.</param>
    public TRow Read(RowSource source, int[] places) => read.Value(source, places);

    /// <summary>Hands every stored value of a row over, by the place of its column.</summary>
    public void Write(TRow row, RowSink sink) => write(row, sink);

    private static bool IsMadeByDatabase(IProperty property) => property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd;

    private static Action<TRow, RowSink> Compile(List<IProperty> properties)
    {
        var (row, sink) = (Expression.Parameter(typeof(TRow), "row"), Expression.Parameter(typeof(RowSink), "sink"));
        var steps = properties.Select((property, column) => Step(property, Expression.Constant(column), row, sink));
        return Expression.Lambda<Action<TRow, RowSink>>(Expression.Block(steps), row, sink).Compile();
    }

    private static BlockExpression Step(IProperty property, Expression column, Expression row, Expression sink)
    {
        var read = Read(property, row);
        var value = Expression.Variable(read.Type, property.Name);
        var assign = Expression.Assign(value, read);
        var nothing = Expression.Call(sink, nameof(RowSink.Nothing), null, column);
        var underlying = Nullable.GetUnderlyingType(read.Type);
        var some = Hand(property, underlying is null ? value : Expression.Property(value, "Value"), column, sink);
        Expression isSome = underlying is not null ? Expression.Property(value, "HasValue")
            : read.Type.IsValueType ? Expression.Constant(true)
            : Expression.NotEqual(value, Expression.Constant(null, read.Type));
        return Expression.Block([value], assign, Expression.IfThenElse(isSome, some, nothing));
    }

    // A member of a complex property is read through it.
    private static MemberExpression Read(IProperty property, Expression row) =>
        Expression.MakeMemberAccess(Owner(property.DeclaringType, row), (MemberInfo?)property.PropertyInfo ?? property.FieldInfo!);

    private static Expression Owner(ITypeBase type, Expression row) => type is IComplexType complex
        ? Expression.MakeMemberAccess(Owner(complex.ComplexProperty.DeclaringType, row), (MemberInfo?)complex.ComplexProperty.PropertyInfo ?? complex.ComplexProperty.FieldInfo!)
        : row;

    private static MethodCallExpression Hand(IProperty property, Expression value, Expression column, Expression sink)
    {
        var stored = property.GetTypeMapping().Converter is { } converter
            ? Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(value, converter.ConvertToProviderExpression.Parameters[0].Type))
            : value;
        var type = Nullable.GetUnderlyingType(stored.Type) ?? stored.Type;
        var (method, target) = type == typeof(string) ? (nameof(RowSink.Text), typeof(string))
            : type == typeof(bool) ? (nameof(RowSink.Flag), typeof(bool))
            : type == typeof(decimal) ? (nameof(RowSink.Amount), typeof(decimal))
            : type == typeof(DateOnly) ? (nameof(RowSink.Day), typeof(DateOnly))
            : type == typeof(DateTime) ? (nameof(RowSink.Time), typeof(DateTime))
            : type.IsEnum || type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) ? (nameof(RowSink.Number), typeof(long))
            : throw new NotSupportedException($"Rows with a {type.Name} ({property.Name}) are not written in bulk.");
        return Expression.Call(sink, method, null, column, Expression.Convert(stored, target));
    }
}

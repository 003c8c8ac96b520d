using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmRoi.Data;

/// <summary>Makes rows of stored values, by the model: the way back from what <see cref="RowShape{TRow}.Write"/> hands over.</summary>
internal static class RowMaking
{
    /// <summary>A function from stored values, and the place of each property's column among them, to a row.</summary>
    public static Func<RowSource, int[], TRow> Compile<TRow>(IReadOnlyList<IProperty> properties)
    {
        var (source, places) = (Expression.Parameter(typeof(RowSource), "source"), Expression.Parameter(typeof(int[]), "places"));
        var values = properties.Select((property, i) => (Property: property, Value: ValueOf(property, source, Expression.ArrayIndex(places, Expression.Constant(i))))).ToList();
        return Expression.Lambda<Func<RowSource, int[], TRow>>(Made(typeof(TRow), values, 0), source, places).Compile();
    }

    // What belongs to a complex property is made first, and set as a whole.
    private static MemberInitExpression Made(Type type, IReadOnlyCollection<(IProperty Property, Expression Value)> values, int depth) => Expression.MemberInit(
        Expression.New(type),
        values.GroupBy(each => Path(each.Property)[depth]).Select(group => Expression.Bind(
            group.Key,
            group.Key == group.First().Property.PropertyInfo ? group.Single().Value : Made(group.Key.PropertyType, [.. group], depth + 1))));

    private static List<PropertyInfo> Path(IPropertyBase property) =>
        property.DeclaringType is IComplexType complex ? [.. Path(complex.ComplexProperty), property.PropertyInfo!] : [property.PropertyInfo!];

    private static Expression ValueOf(IProperty property, Expression source, Expression place)
    {
        var type = property.PropertyInfo!.PropertyType;
        var some = Expression.Convert(Some(property, Nullable.GetUnderlyingType(type) ?? type, source, place), type);
        return property.IsNullable ? Expression.Condition(Expression.Call(source, nameof(RowSource.IsNothing), null, place), Expression.Default(type), some) : some;
    }

    private static Expression Some(IProperty property, Type type, Expression source, Expression place)
    {
        if (property.GetTypeMapping().Converter is { } converter)
        {
            var stored = converter.ConvertFromProviderExpression.Parameters[0].Type;
            return Expression.Invoke(converter.ConvertFromProviderExpression, Expression.Convert(Stored(Nullable.GetUnderlyingType(stored) ?? stored, source, place), stored));
        }

        return Expression.Convert(Stored(type, source, place), type);
    }

    private static MethodCallExpression Stored(Type type, Expression source, Expression place) => Expression.Call(source, MethodOf(type), place);

    private static MethodInfo MethodOf(Type type) => typeof(RowSource).GetMethod(
        type == typeof(string) ? nameof(RowSource.Text)
        : type == typeof(bool) ? nameof(RowSource.Flag)
        : type == typeof(decimal) ? nameof(RowSource.Amount)
        : type == typeof(DateOnly) ? nameof(RowSource.Day)
        : type == typeof(DateTime) ? nameof(RowSource.Time)
        : type.IsEnum || type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) ? nameof(RowSource.Number)
        : throw new NotSupportedException($"Rows with a {type.Name} are not read in bulk."))!;
}

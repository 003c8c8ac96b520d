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
        var bindings = properties.Select((property, i) =>
            Expression.Bind(property.PropertyInfo!, ValueOf(property, source, Expression.ArrayIndex(places, Expression.Constant(i)))));
        return Expression.Lambda<Func<RowSource, int[], TRow>>(Expression.MemberInit(Expression.New(typeof(TRow)), bindings), source, places).Compile();
    }

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

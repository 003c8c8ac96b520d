namespace CrmRoi.Import.Mapping;

/// <summary>A second column that could be what another was taken for.</summary>
/// <param name="Header">The column that was passed over.</param>
/// <param name="Field">The field that both could be.</param>
/// <param name="Taken">The column that was taken.</param>
public sealed record Doubt(string Header, string Field, string Taken)
{
    /// <summary>The doubt in one English sentence.</summary>
    public override string ToString() => $"'{Header}' could be {Field} as well; '{Taken}' is taken.";
}

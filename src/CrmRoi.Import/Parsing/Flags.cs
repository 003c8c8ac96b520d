namespace CrmRoi.Import.Parsing;

/// <summary>Yes and no, as CRMs write them.</summary>
internal static class Flags
{
    /// <summary>What a value says; none when it is neither.</summary>
    public static bool? Parse(string value) => value.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "Y" or "1" or "X" or "T" or "WAHR" or "JA" or "J" or "OUI" or "VRAI" or "SI" or "SÍ" or "VERDADERO" or "VERO" => true,
        "FALSE" or "NO" or "N" or "0" or "F" or "FALSCH" or "NEIN" or "NON" or "FAUX" or "FALSO" => false,
        _ => null,
    };
}

using CrmRoi.Metrics.Quality;

namespace CrmRoi.Import.Mapping;

/// <summary>Headers and names compared by their letters and digits only.</summary>
public static class Header
{
    /// <summary>"Straße (neu)*" becomes "strasseneu".</summary>
    public static string Normal(string text) => NameKey.Of(text);
}

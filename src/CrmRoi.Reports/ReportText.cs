using System.Globalization;
using System.Resources;

namespace CrmRoi.Reports;

/// <summary>The report's own sentences in the reader's language.</summary>
internal sealed class ReportText(CultureInfo culture)
{
    internal static readonly ResourceManager Words = new("CrmRoi.Reports.Resources.ReportText", typeof(ReportText).Assembly);

    /// <summary>A sentence as it stands.</summary>
    public string this[string key] => Words.GetString(key, culture) ?? throw new MissingManifestResourceException($"ReportText has no '{key}'.");

    /// <summary>A sentence with its gaps filled.</summary>
    public string Of(string key, params object[] arguments) => string.Format(culture, this[key], arguments);
}

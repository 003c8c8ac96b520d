using System.Globalization;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Quality;

/// <summary>What makes two records one lead, since leads are kept without the names of people: the second in which it was created, and where it came from.</summary>
internal static class LeadKey
{
    /// <summary>More leads than this in one second are a list that was uploaded.</summary>
    public const int MostAtOnce = 3;

    /// <summary>The key of a lead; none where only the day of its creation is known, and none of one that its source calls a duplicate.</summary>
    public static ulong? Of(Lead lead) => lead.IsDuplicate || lead.CreatedAt.TimeOfDay == TimeSpan.Zero ? null : DealKey.Hash(string.Create(
        CultureInfo.InvariantCulture,
        $"{lead.CreatedAt:s}|{DealKey.Key(lead.Channel)}|{DealKey.Key(lead.Campaign)}|{DealKey.Key(lead.Region)}|{DealKey.Key(lead.Segment)}"));
}

using System.Globalization;
using System.Text;

namespace CrmRoi.Pdf;

/// <summary>Joins Arabic letters by the presentation forms that Unicode lists, where the font has them.</summary>
internal static class ArabicForms
{
    private const int FirstForm = 0xFE80;
    private const int LastForm = 0xFEFC;
    private const int Lam = 0x0644;

    /// <summary>Isolated, final, initial, medial form of a letter, or of lam with an alef; fewer where it joins less.</summary>
    private static readonly Dictionary<string, List<Rune>> Forms = Enumerable
        .Range(FirstForm, LastForm - FirstForm + 1)
        .Select(value => new Rune(value))
        .GroupBy(rune => rune.ToString().Normalize(NormalizationForm.FormKC))
        .ToDictionary(group => group.Key, group => group.ToList());

    public static List<Cluster> Join(List<Cluster> clusters, FontChain fonts)
    {
        if (!clusters.Any(cluster => FormsOf(cluster) is not null))
        {
            return clusters;
        }

        var joined = Ligate(clusters);
        var shaped = new List<Cluster>(joined.Count);
        for (var index = 0; index < joined.Count; index++)
        {
            var cluster = joined[index].Cluster;
            if (!Forms.TryGetValue(joined[index].Key, out var forms))
            {
                shaped.Add(cluster);
                continue;
            }

            var before = Neighbour(joined, index, -1) is { Count: 4 } && forms.Count >= 2;
            var after = forms.Count == 4 && Neighbour(joined, index, 1) is { Count: >= 2 };
            var form = forms[(after ? 2 : 0) + (before ? 1 : 0)];
            shaped.Add(fonts.FontFor(form) is null ? cluster : cluster with { Shown = form });
        }

        return shaped;
    }

    private static List<(string Key, Cluster Cluster)> Ligate(List<Cluster> clusters)
    {
        var joined = new List<(string Key, Cluster Cluster)>(clusters.Count);
        foreach (var cluster in clusters)
        {
            var pair = "\u0644" + cluster.Shown;
            if (joined.Count > 0 && joined[^1].Cluster.Shown.Value == Lam && joined[^1].Key.Length == 1
                && Forms.TryGetValue(pair, out var forms))
            {
                joined[^1] = (pair, new(forms[0], joined[^1].Cluster.Text + cluster.Text));
            }
            else
            {
                joined.Add((cluster.Shown.ToString(), cluster));
            }
        }

        return joined;
    }

    /// <summary>The forms of the nearest letter on one side; marks do not part letters.</summary>
    private static List<Rune>? Neighbour(List<(string Key, Cluster Cluster)> joined, int index, int step)
    {
        for (var at = index + step; at >= 0 && at < joined.Count; at += step)
        {
            if (Rune.GetUnicodeCategory(joined[at].Cluster.Shown) != UnicodeCategory.NonSpacingMark)
            {
                return Forms.GetValueOrDefault(joined[at].Key);
            }
        }

        return null;
    }

    private static List<Rune>? FormsOf(Cluster cluster) => Forms.GetValueOrDefault(cluster.Shown.ToString());
}

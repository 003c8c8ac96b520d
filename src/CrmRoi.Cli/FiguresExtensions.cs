using CrmRoi.Data;
using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Cli;

internal static class FiguresExtensions
{
    /// <summary>The programme of a name, or the only one where none is named.</summary>
    public static Programme ProgrammeOf(this Figures figures, string? name)
    {
        if (name is not null)
        {
            return figures.Programmes.FirstOrDefault(programme => string.Equals(programme.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new WrongUseException($"There is no programme '{name}'.");
        }

        return figures.Programmes.Count switch
        {
            1 => figures.Programmes[0],
            0 => throw new WrongUseException("There is no programme yet: enter one on the page Administration, Programme."),
            _ => throw new WrongUseException($"Say which programme with --programme: {string.Join(", ", figures.Programmes.Select(programme => programme.Name))}."),
        };
    }
}

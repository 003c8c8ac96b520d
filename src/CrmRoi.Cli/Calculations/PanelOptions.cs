using System.CommandLine;
using CrmRoi.Import;

namespace CrmRoi.Cli.Calculations;

/// <summary>What every calculation on a panel is told.</summary>
internal sealed class PanelOptions
{
    public Argument<string> File { get; } = new("FILE") { Description = "CSV with a row for each unit and period" };

    public Option<string> Unit { get; } = new("--unit") { Description = "The column of the unit", Required = true };

    public Option<string> Time { get; } = new("--time") { Description = "The column of the period: a number, or a date as 2026-01-31", Required = true };

    public Option<string> Outcome { get; } = new("--outcome") { Description = "The column of the outcome", Required = true };

    public Option<double> Level { get; } = new("--level") { Description = "The level of the interval", DefaultValueFactory = _ => 0.95 };

    public Option<int> Seed { get; } = new("--seed") { Description = "The seed of the draws", DefaultValueFactory = _ => 1 };

    public double LevelOf(ParseResult parsed) => parsed.GetValue(Level) is var level && level is > 0 and < 1
        ? level
        : throw new WrongUseException("--level must be between 0 and 1, such as 0.95.");
}

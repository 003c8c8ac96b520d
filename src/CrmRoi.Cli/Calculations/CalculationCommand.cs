using System.CommandLine;

namespace CrmRoi.Cli.Calculations;

/// <summary><c>calc …</c>: the library's own algorithms on anyone's file, so that a sceptic can check them.</summary>
internal static class CalculationCommand
{
    public static Command Build(TextWriter output) => new("calc", "Run the library's own algorithms on a file")
    {
        new CashCalculation(output).Build(),
        new DifferencesCalculation(output).Build(),
        new SyntheticCalculation(output).Build(),
        new EffectCalculation(output).Build(),
        new SurvivalCalculation(output).Build(),
        new AttributionCalculation(output).Build(),
        new LifetimeCalculation(output).Build(),
    };
}

namespace CrmRoi.Metrics.Evidence;

/// <summary>The mean effect on units treated from one period, in one period.</summary>
/// <param name="Group">The first period with the treatment.</param>
/// <param name="Period">The period told of; before <paramref name="Group"/> it is a placebo.</param>
/// <param name="Effect">The difference of the differences since the period before <paramref name="Group"/>.</param>
/// <param name="StandardError">Its standard error, clustered by unit; none when there is one control.</param>
/// <param name="Treated">How many units were treated.</param>
/// <param name="Controls">How many were not yet.</param>
public sealed record GroupTimeEffect(int Group, int Period, double Effect, double? StandardError, int Treated, int Controls);

/// <summary>The mean effect at one place: so many periods since the treatment, of one group, or in one period.</summary>
/// <param name="At">Periods since the treatment (below 0 before it), the group's first period, or the period.</param>
/// <param name="Effect">The mean effect, weighted by units.</param>
/// <param name="StandardError">Its standard error; none where it is not known.</param>
/// <param name="Low">The lower end of its pointwise interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="BandLow">The lower end of the band that holds all points together.</param>
/// <param name="BandHigh">The upper end.</param>
public sealed record EffectAt(int At, double Effect, double? StandardError, double? Low, double? High, double? BandLow, double? BandHigh);

/// <summary>Whether treated and controls went the same way before.</summary>
/// <param name="Points">How many periods before were looked at.</param>
/// <param name="Largest">The largest effect before, in its own standard errors.</param>
/// <param name="P">How likely so large a one is by chance, all of them together.</param>
public sealed record PreTrendTest(int Points, double Largest, double P);

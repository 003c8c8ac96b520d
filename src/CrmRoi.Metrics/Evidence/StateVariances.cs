namespace CrmRoi.Metrics.Evidence;

/// <summary>The variances of a structural model.</summary>
/// <param name="Observation">Of what no state explains.</param>
/// <param name="Level">Of the level's steps.</param>
/// <param name="Slope">Of the slope's steps.</param>
/// <param name="Season">Of the season's steps.</param>
internal readonly record struct StateVariances(double Observation, double Level, double Slope, double Season);

/// <summary>The priors of the states in the first period: normal and independent.</summary>
/// <param name="Level">The mean of the level.</param>
/// <param name="Slope">The mean of the slope; those of the seasons are 0.</param>
/// <param name="Variance">The variance of each.</param>
internal readonly record struct FirstState(double Level, double Slope, double Variance);

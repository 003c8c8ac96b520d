namespace CrmRoi.Metrics.Snapshots;

/// <summary>Deals of one team that were opened in one month and, as far as they were won, won in one month.</summary>
/// <param name="Team">The team when they were opened; when they were closed where the opening is not known.</param>
/// <param name="Opened">The month in which they were opened; unknown where nobody recorded it.</param>
/// <param name="Won">The month in which they were won; unknown for those lost or still open.</param>
/// <param name="Count">How many.</param>
/// <param name="Value">What they are worth, in the company's currency.</param>
public sealed record DealsOpened(string Team, Month Opened, Month Won, long Count, decimal Value);

using CrmRoi.Metrics.Programmes;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>What somebody should know who quotes a programme's figures.</summary>
/// <param name="Summary">The figures.</param>
/// <param name="Sources">The entered figures that they rest on.</param>
public sealed record QuoteNotes(ProgrammeSummary Summary, IReadOnlyList<EnteredSource> Sources);

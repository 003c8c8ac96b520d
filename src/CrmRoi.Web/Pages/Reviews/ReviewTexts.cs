namespace CrmRoi.Web.Pages.Reviews;

/// <summary>Names the sentences of the review pages. In Resources/Pages/Reviews/ReviewTexts.de.resx.</summary>
public sealed class ReviewTexts;

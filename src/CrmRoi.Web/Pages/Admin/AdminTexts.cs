namespace CrmRoi.Web.Pages.Admin;

/// <summary>Names the sentences of the forms of the administration. In Resources/Pages/Admin/AdminTexts.de.resx.</summary>
public sealed class AdminTexts;

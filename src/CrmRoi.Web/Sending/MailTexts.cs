namespace CrmRoi.Web.Sending;

/// <summary>Names the sentences of what is sent. In Resources/Sending/MailTexts.de.resx.</summary>
public sealed class MailTexts;

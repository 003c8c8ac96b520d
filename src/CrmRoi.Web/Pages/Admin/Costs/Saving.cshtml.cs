using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using CrmRoi.Reports;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Costs;

public sealed class SavingModel(CrmRoiContext context, IStringLocalizer<AdminTexts> texts, Formats formats) : PaymentPage<Saving, SavingInput>(context, texts)
{
    protected override Saving Make(Saving? stored) => Input.ToSaving(stored);

    protected override string Describe(Saving stored) => $"{stored.Description}, {formats.MoneyExact(stored.Amount, Currency)}, {stored.From}";
}

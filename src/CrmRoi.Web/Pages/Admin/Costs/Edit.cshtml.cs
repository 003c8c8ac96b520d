using CrmRoi.Data;
using CrmRoi.Metrics.Records;
using CrmRoi.Reports;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Admin.Costs;

public sealed class EditModel(CrmRoiContext context, IStringLocalizer<AdminTexts> texts, Formats formats) : PaymentPage<Cost, CostInput>(context, texts)
{
    protected override Cost Make(Cost? stored) => Input.ToCost(stored);

    protected override string Describe(Cost stored) => $"{stored.Description}, {formats.MoneyExact(stored.Amount, Currency)}, {stored.From}";
}

using CrmRoi.Data;
using CrmRoi.Metrics.Example;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Web.Hosting;

/// <summary>Puts the example company into an empty database: all of it or nothing.</summary>
public sealed class ExampleLoader(CrmRoiContext context, RecordStore records, TimeProvider time)
{
    /// <summary>The name of the example company.</summary>
    public const string CompanyName = "Northwind Instruments";

    /// <summary>Loads it, within the caller's transaction if there is one.</summary>
    public async Task LoadAsync(string enteredBy, CancellationToken cancellationToken)
    {
        var example = ExampleCompany.Create();
        await using var own = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancellationToken) : null;

        context.Add(CompanyOf(example));
        context.Add(example.Programme);
        context.AddRange(example.OtherCauses);
        context.AddRange(example.Benefits);
        context.AddRange(example.Assumptions);
        context.AddRange(example.Levers);
        context.AddRange(example.Scenarios);
        context.AddRange(example.EnteredFigures.Select(figure => new EnteredFigureRow { Figure = figure, EnteredBy = enteredBy, EnteredAt = time.GetUtcNow() }));
        context.AddRange(example.Plan.Select(figure => new PlannedFigureRow { Figure = figure, EnteredBy = enteredBy, EnteredAt = time.GetUtcNow() }));
        context.AddRange(example.Targets.Select(target => new TargetRow { Target = target with { SetBy = enteredBy } }));
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
        await records.UpsertAsync(BatchOf(example), cancellationToken);

        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
    }

    private static Company CompanyOf(ExampleCompany example) => new() { Name = example.Name, Currency = example.Currency, TimeZone = example.TimeZone };

    private static RecordBatch BatchOf(ExampleCompany example) => new()
    {
        Products = example.Products,
        People = example.People,
        Customers = example.Customers,
        Campaigns = example.Campaigns,
        Leads = example.Leads,
        Deals = example.Deals,
        StageChanges = example.StageChanges,
        Activities = example.Activities,
        Orders = example.Orders,
        Touches = example.Touches,
        Cases = example.Cases,
        SurveyAnswers = example.SurveyAnswers,
        Costs = example.Costs,
        Savings = example.Savings,
    };
}

using CrmRoi.Metrics;
using CrmRoi.Metrics.Evidence;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Records;
using CrmRoi.Metrics.Return;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>Everything that CrmRoi stores, alike on every database.</summary>
public sealed class CrmRoiContext(DbContextOptions<CrmRoiContext> options) : IdentityDbContext<User>(options)
{
    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<Deal> Deals => Set<Deal>();

    public DbSet<StageChange> StageChanges => Set<StageChange>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<Touch> Touches => Set<Touch>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Cost> Costs => Set<Cost>();

    public DbSet<Saving> Savings => Set<Saving>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Benefit> Benefits => Set<Benefit>();

    public DbSet<Assumption> Assumptions => Set<Assumption>();

    public DbSet<AssumptionChange> AssumptionChanges => Set<AssumptionChange>();

    public DbSet<Lever> Levers => Set<Lever>();

    public DbSet<Scenario> Scenarios => Set<Scenario>();

    public DbSet<EnteredFigureRow> EnteredFigures => Set<EnteredFigureRow>();

    public DbSet<PlannedFigureRow> PlannedFigures => Set<PlannedFigureRow>();

    public DbSet<TargetRow> Targets => Set<TargetRow>();

    public DbSet<ComparabilityRow> ComparabilityStatements => Set<ComparabilityRow>();

    public DbSet<StageRow> Stages => Set<StageRow>();

    public DbSet<OtherCause> OtherCauses => Set<OtherCause>();

    public DbSet<MethodChoice> MethodChoices => Set<MethodChoice>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();

    public DbSet<CohortRow> Cohorts => Set<CohortRow>();

    public DbSet<CampaignCreditRow> CampaignCredits => Set<CampaignCreditRow>();

    public DbSet<JourneyStepRow> JourneySteps => Set<JourneyStepRow>();

    public DbSet<CustomerMonthRow> CustomerMonths => Set<CustomerMonthRow>();

    public DbSet<ImportJob> ImportJobs => Set<ImportJob>();

    internal DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    public DbSet<ImportRun> Imports => Set<ImportRun>();

    public DbSet<RefusedRow> RefusedRows => Set<RefusedRow>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<ReviewContent> ReviewContents => Set<ReviewContent>();

    public DbSet<ReviewItem> ReviewItems => Set<ReviewItem>();

    public DbSet<ReviewPlan> ReviewPlans => Set<ReviewPlan>();

    public DbSet<MailSchedule> MailSchedules => Set<MailSchedule>();

    public DbSet<MailMessage> MailMessages => Set<MailMessage>();

    public DbSet<NameAlias> NameAliases => Set<NameAlias>();

    public DbSet<SavedMapping> SavedMappings => Set<SavedMapping>();

    /// <summary>One row, once it was reckoned.</summary>
    public DbSet<QualityReportRow> QualityReports => Set<QualityReportRow>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>One row, once the company is set up.</summary>
    public DbSet<Company> Company => Set<Company>();

    /// <summary>How its reports look; empty until somebody states it.</summary>
    public DbSet<CompanyLook> CompanyLooks => Set<CompanyLook>();

    /// <summary>One row, always.</summary>
    public DbSet<DataState> DataState => Set<DataState>();

    /// <summary>The tables of Identity, passkeys included, whatever the program that reads them sets.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CrmRoiContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Month>().HaveConversion<MonthConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<LocalTimeConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Conventions.Add(_ => new StorageConvention(Database.ProviderName));
    }
}

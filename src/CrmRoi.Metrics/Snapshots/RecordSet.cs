using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Records of every kind that counts, each at most once.</summary>
public sealed record RecordSet
{
    /// <summary>Calls, e-mails, meetings, quotes, inquiries.</summary>
    public IReadOnlyCollection<Activity> Activities { get; init; } = [];

    /// <summary>Leads.</summary>
    public IReadOnlyCollection<Lead> Leads { get; init; } = [];

    /// <summary>Deals.</summary>
    public IReadOnlyCollection<Deal> Deals { get; init; } = [];

    /// <summary>Stages that deals entered.</summary>
    public IReadOnlyCollection<StageChange> StageChanges { get; init; } = [];

    /// <summary>Customers.</summary>
    public IReadOnlyCollection<Customer> Customers { get; init; } = [];

    /// <summary>Orders.</summary>
    public IReadOnlyCollection<Order> Orders { get; init; } = [];

    /// <summary>Campaigns, parents included.</summary>
    public IReadOnlyCollection<Campaign> Campaigns { get; init; } = [];

    /// <summary>Cases.</summary>
    public IReadOnlyCollection<Case> Cases { get; init; } = [];

    /// <summary>Answers to surveys.</summary>
    public IReadOnlyCollection<SurveyAnswer> SurveyAnswers { get; init; } = [];
}

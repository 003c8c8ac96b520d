namespace CrmRoi.Metrics.Programmes;

/// <summary>A function of a CRM that a benefit may come from.</summary>
public enum CrmFunction
{
    /// <summary>Orders are carried out without a hand.</summary>
    OrderFulfilment,

    /// <summary>Requests are taken up and solved.</summary>
    CustomerService,

    /// <summary>Other goods are offered to those who buy.</summary>
    CrossSelling,

    /// <summary>Better goods are offered to those who buy.</summary>
    UpSelling,

    /// <summary>Contracts are renewed by themselves.</summary>
    AutomaticRenewal,

    /// <summary>Quotes are written from the price list.</summary>
    Quoting,

    /// <summary>Forms of the web site become leads.</summary>
    WebToLead,

    /// <summary>Customers help themselves.</summary>
    CustomerPortal,

    /// <summary>What will be sold is forecast.</summary>
    SalesForecasting,

    /// <summary>Commissions are reckoned and paid.</summary>
    CommissionManagement,
}

/// <summary>A function of the CRM that is in use: since when, by how many, and what it is to move.</summary>
public sealed record Lever
{
    /// <summary>Name of the programme that it belongs to.</summary>
    public required string Programme { get; init; }

    /// <summary>Which function; a programme has each once.</summary>
    public required CrmFunction Function { get; init; }

    /// <summary>The first month in which it was switched on.</summary>
    public required Month On { get; init; }

    /// <summary>How many people use it; none when nobody has stated it.</summary>
    public int? Users { get; init; }

    /// <summary>The key of the metric that is to show it.</summary>
    public required string MetricKey { get; init; }

    /// <summary>The benefit that its money is in; none when it is only watched.</summary>
    public BenefitKind? Benefit { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }
}

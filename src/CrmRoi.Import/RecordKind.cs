namespace CrmRoi.Import;

/// <summary>What the rows of a file are.</summary>
public enum RecordKind
{
    /// <summary>Who sells or serves, with team and region.</summary>
    People,

    /// <summary>What is sold.</summary>
    Products,

    /// <summary>Who buys.</summary>
    Customers,

    /// <summary>Campaigns with what they cost.</summary>
    Campaigns,

    /// <summary>Who may become a customer.</summary>
    Leads,

    /// <summary>Chances to sell.</summary>
    Deals,

    /// <summary>Calls, e-mails, meetings, quotes, inquiries.</summary>
    Activities,

    /// <summary>Orders or their lines.</summary>
    Orders,

    /// <summary>Whom campaigns reached.</summary>
    Touches,

    /// <summary>Requests for help.</summary>
    Cases,

    /// <summary>Answers to surveys.</summary>
    Surveys,

    /// <summary>What the CRM costs.</summary>
    Costs,

    /// <summary>When deals entered their stages.</summary>
    StageChanges,
}

namespace CrmRoi.Metrics.Return;

/// <summary>Why a figure has no answer, or what to bear in mind when reading it.</summary>
/// <param name="Key">What it is called in files, links and translations; never changes once released.</param>
/// <param name="Text">In words, in English.</param>
public sealed record Reason(string Key, string Text)
{
    /// <summary>Nobody has said when the CRM went live.</summary>
    public static readonly Reason NoGoLive = new("no-go-live", "no go-live month is stated");

    /// <summary>There is nothing to compare with.</summary>
    public static readonly Reason NoBaseline = new("no-baseline", "no month before go-live has figures");

    /// <summary>There is nothing to compare.</summary>
    public static readonly Reason NoMonthAfterGoLive = new("no-post-month", "no full month since go-live has figures");

    /// <summary>There are neither records nor entries from which a margin could be told.</summary>
    public static readonly Reason NoFigures = new("no-figures", "there are no sales figures at all");

    /// <summary>Revenue is known, and what the goods cost is not.</summary>
    public static readonly Reason MarginUnknown = new("margin-unknown", "cost of goods is not recorded and no margin rate is stated");

    /// <summary>What was entered was counted in another way than what is recorded, as far as anybody has said.</summary>
    public static readonly Reason UnlikeSources = new("unlike-sources", "entered figures are set against records, and nobody has stated that they are comparable");

    /// <summary>Nothing was spent.</summary>
    public static readonly Reason NoCost = new("no-cost", "no cost has fallen due yet");

    /// <summary>The gain is the plain difference of before and after.</summary>
    public static readonly Reason NotAdjusted = new("not-adjusted", "before/after, not yet adjusted for trend and season");

    /// <summary>The baseline has fewer months than the programme asks for.</summary>
    public static readonly Reason ShortBaseline = new("short-baseline", "the baseline has fewer months with figures than the programme asks for");

    /// <summary>Some months since go-live have no figures, so they have costs and no gain.</summary>
    public static readonly Reason MissingMonths = new("missing-months", "some months since go-live have no figures: their costs count, and no gain does");

    /// <summary>Some teams' gain is not known and not counted.</summary>
    public static readonly Reason TeamsLeftOut = new("teams-left-out", "the gain of some teams is not known and not counted");

    /// <summary>Figures of the whole company cannot be split by team, so all teams count from the programme's own go-live.</summary>
    public static readonly Reason CompanyOnly = new("company-only", "some figures are entered for the whole company, so all teams are compared together from the programme's go-live");

    /// <summary>Only savings are counted.</summary>
    public static readonly Reason SavingsOnly = new("savings-only", "there are no sales figures: only savings are counted");

    /// <summary>Orders have neither leads nor a closing rate to split a change by.</summary>
    public static readonly Reason MarginFromOrders = new("margin-from-orders", "margin is read from orders, which have no leads and no closing rate to split it by");

    /// <summary>A group has revenue and no deal won to have brought it.</summary>
    public static readonly Reason RevenueWithoutDeals = new("revenue-without-deals", "some revenue has no won deal to belong to, so it cannot be split into deals and their size");

    /// <summary>A group has margin and no revenue that it could be a share of.</summary>
    public static readonly Reason MarginWithoutRevenue = new("margin-without-revenue", "some margin has no revenue to be a share of, so it cannot be split into revenue and margin rate");

    /// <summary>A benefit that somebody switched off.</summary>
    public static readonly Reason SwitchedOff = new("switched-off", "it is switched off");

    /// <summary>A benefit of which nobody says that it is cash.</summary>
    public static readonly Reason NotCash = new("not-cash", "nobody has stated that this money is really no longer spent");

    /// <summary>Hours that nobody has put a price and a use to.</summary>
    public static readonly Reason HoursNotPriced = new("hours-not-priced", "hours count only with a stated rate and a stated share that is really used");

    /// <summary>A view of the sales margin to which nobody gave a part of it.</summary>
    public static readonly Reason IsView = new("is-view", "it is a view of the sales margin and has no part of its own");

    /// <summary>A measured benefit without figures before or after.</summary>
    public static readonly Reason NotMeasured = new("not-measured", "its metric has no figures before or after");

    /// <summary>Nothing is entered.</summary>
    public static readonly Reason NothingEntered = new("nothing-entered", "nothing is entered");

    /// <summary>The gain is an estimate against what would have happened without the CRM.</summary>
    public static readonly Reason Adjusted = new("adjusted", "the sales margin is an estimate against what would have happened without the CRM");

    /// <summary>The CFO rejected an assumption that the figure rests on.</summary>
    public static readonly Reason RejectedAssumption = new("rejected-assumption", "it rests on an assumption that the CFO rejected");

    /// <summary>Another programme claims the margin.</summary>
    public static readonly Reason MarginOfAnother = new("margin-of-another", "part of the company's margin is allotted to another programme");

    /// <summary>Too few months for a projection.</summary>
    public static readonly Reason NoCompleteYear = new("no-complete-year", "there are not yet twelve full months with gain since go-live");
}

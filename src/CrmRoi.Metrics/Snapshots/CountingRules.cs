using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>What each record counts as, and where. Every number that CrmRoi shows starts here.</summary>
public static class CountingRules
{
    /// <summary>A call, e-mail, meeting, quote or inquiry counts in its month, once it took place and if a human made it.</summary>
    public static IEnumerable<Contribution> Of(Activity activity, Organisation organisation)
    {
        if (!activity.IsCompleted || activity.IsSystemMade)
        {
            yield break;
        }

        var cell = CellRules.CellOf(DateOnly.FromDateTime(activity.At), activity.Rep, organisation);
        yield return activity.Kind switch
        {
            ActivityKind.Call => new(cell, new Snapshot
            {
                Calls = 1,
                OutboundCalls = activity.Direction == ActivityDirection.Outbound ? 1 : 0,
                InboundCalls = activity.Direction == ActivityDirection.Inbound ? 1 : 0,
            }),
            ActivityKind.Email => new(cell, new Snapshot { Emails = 1 }),
            ActivityKind.Meeting => new(cell, new Snapshot { Meetings = 1 }),
            ActivityKind.Quote => new(cell, new Snapshot { Quotes = 1 }),
            ActivityKind.Inquiry => new(cell with { Channel = Cell.MemberOf(activity.Channel) }, new Snapshot { Inquiries = 1 }),
            _ => throw new ArgumentOutOfRangeException(nameof(activity), activity.Kind, "Unknown kind of activity."),
        };
    }

    /// <summary>A lead counts when it is created, when it is qualified and when it becomes a deal; a duplicate never does.</summary>
    public static IEnumerable<Contribution> Of(Lead lead, Organisation organisation)
    {
        if (lead.IsDuplicate)
        {
            yield break;
        }

        yield return new(CellOf(DateOnly.FromDateTime(lead.CreatedAt)), new Snapshot { Leads = 1 });
        if (lead.QualifiedOn is { } qualifiedOn)
        {
            yield return new(CellOf(qualifiedOn), new Snapshot { LeadsQualified = 1 });
        }

        if (lead.ConvertedOn is { } convertedOn)
        {
            yield return new(CellOf(convertedOn), new Snapshot { LeadsConverted = 1 });
        }

        Cell CellOf(DateOnly day) => CellRules.LeadCell(lead, day, organisation);
    }

    /// <summary>A deal counts in the month it was opened, the month it was first quoted, and the month it was won or lost.</summary>
    public static IEnumerable<Contribution> Of(Deal deal, Organisation organisation)
    {
        var counted = new List<(Cell Cell, DealTotals Totals)>(3);
        Count(deal, (of, day) =>
        {
            counted.Add((CellRules.DealCell(of, day, organisation), new()));
            return counted[^1].Totals;
        });
        return counted.Select(count => new Contribution(count.Cell, count.Totals.ToSnapshot()));
    }

    /// <summary>Counts a deal into the totals of the cells on whose days it counts; where there are none for a day, not.</summary>
    internal static void Count(Deal deal, Func<Deal, DateOnly, DealTotals?> totalsOn)
    {
        if (deal.CreatedOn is { } createdOn)
        {
            totalsOn(deal, createdOn)?.Open();
        }

        if (deal.QuotedOn is { } quotedOn)
        {
            totalsOn(deal, quotedOn)?.Quote();
        }

        if (deal is { Outcome: DealOutcome.Won, ClosedOn: { } wonOn })
        {
            totalsOn(deal, wonOn)?.Win(deal, wonOn);
        }
        else if (deal is { Outcome: DealOutcome.Lost, ClosedOn: { } lostOn })
        {
            totalsOn(deal, lostOn)?.Lose(deal, lostOn);
        }
    }

    /// <summary>An order counts in the month it was placed; a cancelled one never does.</summary>
    public static IEnumerable<Contribution> Of(Order order, Organisation organisation)
    {
        if (order.IsCancelled || order.Lines == 0)
        {
            yield break;
        }

        var customer = organisation.CustomerOf(order.Customer);
        var cell = CellRules.CellOf(order.PlacedOn, order.Rep, organisation) with
        {
            Segment = Cell.MemberOf(customer?.Segment),
            Channel = Cell.MemberOf(order.Channel),
            Product = Cell.MemberOf(order.Product),
        };
        yield return new(cell with { Region = CellRules.RegionOf(order.Region, cell.Region, customer) }, new Snapshot
        {
            Orders = 1,
            OrderLines = order.Lines,
            OrderRevenue = order.Revenue,
            OrderRevenueSquares = order.Revenue * order.Revenue,
            CostedOrderRevenue = order.CostOfGoods is null ? 0 : order.Revenue,
            OrderMargin = order.CostOfGoods is { } cost ? order.Revenue - cost : 0,
        });
    }

    /// <summary>A customer counts as new in the month it first bought.</summary>
    public static IEnumerable<Contribution> Of(Customer customer, Organisation organisation)
    {
        if (customer.Since is { } since)
        {
            var cell = new Cell(Month.Of(since))
            {
                Region = Cell.MemberOf(customer.Region),
                Segment = Cell.MemberOf(customer.Segment),
                Channel = Cell.MemberOf(customer.Channel),
            };
            yield return new(cell, new Snapshot { NewCustomers = 1 });
        }
    }

    /// <summary>
    /// A campaign's spend is spread evenly over its days, to the cent, and its mailings count when it starts.
    /// A campaign with children must not be passed in: its figures repeat theirs.
    /// </summary>
    public static IEnumerable<Contribution> Of(Campaign campaign, Organisation organisation)
    {
        var window = new Window(Month.Of(campaign.StartOn), Month.Of(campaign.EndOn));
        var days = campaign.EndOn.DayNumber - campaign.StartOn.DayNumber + 1;
        var spent = 0m;
        foreach (var month in window.Months)
        {
            var lastDay = month.LastDay < campaign.EndOn ? month.LastDay : campaign.EndOn;
            var due = decimal.Round(campaign.Spend * (lastDay.DayNumber - campaign.StartOn.DayNumber + 1) / days, 2);
            var isFirst = month == window.From;
            yield return new(
                new Cell(month) { Campaign = Cell.MemberOf(campaign.Name), Channel = Cell.MemberOf(campaign.Channel) },
                new Snapshot
                {
                    MarketingSpend = due - spent,
                    MailingsSent = isFirst ? campaign.Sent : 0,
                    Responses = isFirst ? campaign.Responses : 0,
                });
            spent = due;
        }
    }

    /// <summary>A case counts when it is opened and when it is closed.</summary>
    public static IEnumerable<Contribution> Of(Case @case, Organisation organisation)
    {
        yield return new(CaseCell(DateOnly.FromDateTime(@case.OpenedAt)), new Snapshot { CasesOpened = 1 });
        if (@case.ClosedAt is { } closedAt)
        {
            yield return new(CaseCell(DateOnly.FromDateTime(closedAt)), new Snapshot
            {
                CasesClosed = 1,
                CasesClosedByNobody = string.IsNullOrWhiteSpace(@case.Agent) ? 1 : 0,
                CasesClosedSameDay = closedAt.Date == @case.OpenedAt.Date ? 1 : 0,
                CasesRated = @case.SolvedAtFirstContact is null ? 0 : 1,
                CasesSolvedAtFirstContact = @case.SolvedAtFirstContact == true ? 1 : 0,
            });
        }

        Cell CaseCell(DateOnly day) => CellRules.CellOf(day, @case.Agent, organisation) with
        {
            Channel = Cell.MemberOf(@case.Channel),
            Product = Cell.MemberOf(@case.Product),
        };
    }

    /// <summary>A day on which an agent closed at least one case counts once, however many cases those were.</summary>
    /// <param name="cases">Cases of which none was counted yet.</param>
    /// <param name="counted">The days that count already; those that do now are added.</param>
    /// <param name="organisation">Who belongs where.</param>
    public static IEnumerable<Contribution> OfAgentDays(IEnumerable<Case> cases, ISet<(string Agent, DateOnly Day)> counted, Organisation organisation) => cases
        .Where(@case => @case.ClosedAt is not null && !string.IsNullOrWhiteSpace(@case.Agent))
        .Select(@case => (Agent: Cell.MemberOf(@case.Agent), Day: DateOnly.FromDateTime(@case.ClosedAt!.Value)))
        .Where(counted.Add)
        .Select(day => new Contribution(CellRules.CellOf(day.Day, day.Agent, organisation), new Snapshot { AgentDays = 1 }));

    /// <summary>An answer counts in the month it was given.</summary>
    public static IEnumerable<Contribution> Of(SurveyAnswer answer, Organisation organisation)
    {
        var cell = CellRules.CellOf(answer.AnsweredOn, answer.Agent, organisation);
        yield return new(cell, answer.Kind == SurveyKind.Satisfaction
            ? new Snapshot { SatisfactionAnswers = 1, SatisfiedAnswers = answer.Score >= 4 ? 1 : 0, SatisfactionScores = answer.Score }
            : new Snapshot { RecommendationAnswers = 1, Promoters = answer.Score >= 9 ? 1 : 0, Detractors = answer.Score <= 6 ? 1 : 0 });
    }

    /// <summary>
    /// A person counts one staff-month in each month that they were there for, a part of a month by its days.
    /// Where the records leave an end open, the person is taken to have been there as long as there are other records.
    /// </summary>
    /// <param name="person">One time of one person in a team.</param>
    /// <param name="horizon">The months for which there are records at all.</param>
    public static IEnumerable<Contribution> Of(Person person, Window horizon)
    {
        var from = person.From ?? DateOnly.MinValue;
        var to = person.To ?? DateOnly.MaxValue;
        foreach (var month in horizon.Months.Where(month => from <= month.LastDay && month.FirstDay <= to))
        {
            var first = from > month.FirstDay ? from : month.FirstDay;
            var last = to < month.LastDay ? to : month.LastDay;
            var share = (decimal)(last.DayNumber - first.DayNumber + 1) / month.Days;
            var cell = new Cell(month)
            {
                Rep = Cell.MemberOf(person.Name),
                Team = Cell.MemberOf(person.Team),
                Region = Cell.MemberOf(person.Region),
            };
            yield return new(cell, new Snapshot { StaffMonths = decimal.Round(share, 4) });
        }
    }
}

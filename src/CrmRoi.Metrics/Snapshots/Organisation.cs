using CrmRoi.Metrics.Records;

namespace CrmRoi.Metrics.Snapshots;

/// <summary>Who belongs where: the team and region of a person in a month, the segment and region of a customer.</summary>
public sealed class Organisation
{
    private readonly Dictionary<string, Person[]> people;
    private readonly Dictionary<string, Customer> customers;

    /// <summary>Knows these people and customers; names are compared without regard to case.</summary>
    /// <remarks>Where two customers of one name disagree, the first in the order of source and id is taken.</remarks>
    public Organisation(IEnumerable<Person> people, IEnumerable<Customer> customers)
    {
        People = [.. people];
        this.people = People.GroupBy(person => person.Name.Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(times => times.Key, times => times.ToArray(), StringComparer.OrdinalIgnoreCase);
        this.customers = customers
            .OrderBy(customer => customer.Source, StringComparer.Ordinal)
            .ThenBy(customer => customer.Id, StringComparer.Ordinal)
            .DistinctBy(customer => customer.Name.Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(customer => customer.Name.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Nobody is known.</summary>
    public static Organisation Unknown { get; } = new([], []);

    /// <summary>Everybody who is known, once for each time in a team.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>The person of that name as at a day: the latest time that covers it, or none.</summary>
    public Person? PersonAt(string? name, DateOnly day)
    {
        if (name is null || people.Count == 0 || !people.TryGetValue(name.Trim(), out var times))
        {
            return null;
        }

        Person? latest = null;
        foreach (var time in times)
        {
            var covers = (time.From ?? DateOnly.MinValue) <= day && day <= (time.To ?? DateOnly.MaxValue);
            if (covers && (latest is null || (time.From ?? DateOnly.MinValue) > (latest.From ?? DateOnly.MinValue)))
            {
                latest = time;
            }
        }

        return latest;
    }

    /// <summary>The customer of that name, or none.</summary>
    public Customer? CustomerOf(string? name) => name is null || customers.Count == 0 ? null : customers.GetValueOrDefault(name.Trim());
}

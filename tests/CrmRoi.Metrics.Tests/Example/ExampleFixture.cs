using CrmRoi.Metrics.Example;
using CrmRoi.Metrics.Snapshots;

namespace CrmRoi.Metrics.Tests.Example;

/// <summary>The company that everybody sees, made and counted once for all tests.</summary>
public sealed class ExampleFixture
{
    public ExampleFixture()
    {
        Company = ExampleCompany.Create();
        Organisation = new Organisation(Company.People, Company.Customers);
        Cells = SnapshotBuilder.Build(Company.Records, Organisation, Company.Window);
    }

    public ExampleCompany Company { get; }

    public Organisation Organisation { get; }

    public IReadOnlyDictionary<Cell, Snapshot> Cells { get; }

    public Snapshot Total(Func<Cell, bool> where) => Cells.Where(cell => where(cell.Key)).Select(cell => cell.Value).Merge();
}

using CrmRoi.Metrics.Snapshots;
using static CrmRoi.Metrics.Catalogue.Define;

namespace CrmRoi.Metrics.Catalogue;

/// <summary>Who buys, and what they order.</summary>
public static class CustomerMetrics
{
    /// <summary>Customers who bought for the first time.</summary>
    public static readonly SnapshotMetric NewCustomers = Count(
        "new-customers", "New customers", nameof(Snapshot.NewCustomers), Direction.Higher,
        "Customers who first bought in the window, as their records say; where no record says so, those whose first known purchase lies in it.") with
    {
        Otherwise = LoyaltyMetrics.FirstPurchases,
    };

    /// <summary>Orders placed.</summary>
    public static readonly SnapshotMetric Orders = Count(
        "orders", "Orders", nameof(Snapshot.Orders), Direction.Higher, "Orders placed, cancelled ones left out.");

    /// <summary>What the orders come to.</summary>
    public static readonly SnapshotMetric OrderRevenue = Amount(
        "order-revenue", "Order revenue", nameof(Snapshot.OrderRevenue), Unit.Money, Direction.Higher,
        "What the orders come to. Not to be added to won revenue: both may tell of the same sale.") with
    {
        Members = [nameof(Snapshot.OrderRevenue), nameof(Snapshot.OrderRevenueSquares)],
        Squares = s => s.OrderRevenueSquares,
        Inference = Inference.Sum,
    };

    /// <summary>Mean value of an order.</summary>
    public static readonly SnapshotMetric RevenuePerOrder = Quotient(
        "revenue-per-order", "Revenue per order", Unit.Money, Inference.Mean, nameof(Snapshot.OrderRevenue), nameof(Snapshot.Orders), "orders",
        "Order revenue / orders. A mean: one big order moves it.") with
    {
        Members = [nameof(Snapshot.OrderRevenue), nameof(Snapshot.Orders), nameof(Snapshot.OrderRevenueSquares)],
        Squares = s => s.OrderRevenueSquares,
    };
}

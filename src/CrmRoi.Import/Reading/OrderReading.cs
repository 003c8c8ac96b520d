using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>Rows of orders or of their lines: those of one id become one order.</summary>
/// <remarks>
/// A line counts with a quantity and a price above zero. If one line of an order is refused, all are: an order that lacks a line would be a
/// wrong amount, and the line mended and sent again would take the place of the whole.
/// </remarks>
internal sealed class OrderReading(Sheet sheet, RefusalList refusals, WarningList warnings) : IGroupReading
{
    private static readonly HashSet<string> Cancelled = ["cancelled", "canceled", "void", "voided", "refunded", "returned", "storniert", "storno"];

    private readonly Dictionary<string, Draft> orders = new(StringComparer.Ordinal);

    public string? KeyOf(RowReader row) => row.Written("id");

    public void Add(RowReader row, string? id)
    {
        warnings.Begin();
        if (RecordReader.OfWrongWidth(sheet, row.Cells) is { } wrong)
        {
            if (!SideRows.IsNote(sheet, row.Cells, warnings))
            {
                refusals.Add(wrong);
            }

            return;
        }

        if (RecordReader.IsPassedOver(row, warnings))
        {
            return;
        }

        if (id is null)
        {
            _ = row.Id();
            refusals.Add(row.Refusal!);
            return;
        }

        if (!orders.TryGetValue(id, out var draft))
        {
            orders[id] = draft = new Draft(id, row.Line);
        }

        draft.Rows.Add(row.Line);
        Add(row, draft, warnings);
        if (row.Refusal is { } refusal)
        {
            draft.Refusals.Add(refusal);
        }
    }

    public IEnumerable<ReadRecord> End(string id)
    {
        if (!orders.Remove(id, out var order))
        {
            return [];
        }

        if (order.Refusals.Count == 0)
        {
            return [new(order.Made(sheet.Settings.Source), order.Line)];
        }

        foreach (var refusal in Refused(order))
        {
            refusals.Add(refusal);
        }

        return [];
    }

    private static void Add(RowReader row, Draft draft, WarningList warnings)
    {
        row.Needed("placed");
        var placed = row.Day("placed") ?? default;
        var (quantity, price, total) = (row.Sheet.Has("quantity") ? row.Number("quantity") : 1, row.Number("price"), row.Number("total"));
        var amount = total ?? quantity * price;
        if (amount is null)
        {
            row.Refuse("missing", row.Sheet.Has("total") ? "total" : row.Sheet.Has("quantity") && quantity is null ? "quantity" : "price", "The line has no amount.");
        }

        draft.Placed ??= placed;
        draft.Customer ??= row.Text("customer");
        draft.Rep ??= row.Text("rep");
        draft.Channel ??= row.Text("channel");
        draft.Region ??= row.Text("region");
        var isCancelled = row.Flag("isCancelled") == true
            || (row.Text("status") is { } status && Cancelled.Contains(Header.Normal(status)))
            || (draft.Id.Length > 1 && draft.Id[0] is 'C' or 'c' && draft.Id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);
        draft.IsCancelled |= isCancelled;
        if (isCancelled)
        {
            warnings.Add("cancelled-lines", row.Line, draft.Id);
        }
        else if (quantity <= 0 || price <= 0 || amount <= 0)
        {
            var (number, at) = (row.Text("quantity") ?? "1", row.Text("price") ?? row.Text("total") ?? "");
            warnings.Add("lines-not-counted", row.Line, $"{draft.Id} with quantity {number} at {at}", [draft.Id, number, at]);
        }
        else
        {
            var (field, rate) = (price is null ? "total" : "price", row.RateOf(price is null ? "total" : "price"));
            var cost = row.Positive("cost") is { } goods ? row.Bounded("cost", goods * rate) : null;
            draft.Count(row.Text("product"), row.Bounded(field, (amount ?? 0) * rate) ?? 0, cost);
            row.Bounded(field, draft.Revenue);
            row.Bounded("cost", draft.Cost ?? 0);
            if (draft.Repeats(row.Cells))
            {
                warnings.Add("repeated-lines", row.Line, draft.Id);
            }
        }
    }

    private static IEnumerable<Refusal> Refused(Draft order)
    {
        var own = order.Refusals.Select(refusal => refusal.Line).ToHashSet();
        return order.Refusals.Concat(order.Rows.Where(line => !own.Contains(line)).Select(line =>
            new Refusal(line, "", order.Id, "order-incomplete", $"Another line of order {order.Id} is refused, so the whole order is.")));
    }

    private sealed class Draft(string id, int line)
    {
        private string? product;
        private HashSet<ulong>? counted;
        private ulong first;
        private bool hasSeveral;
        private int lines;

        public string Id => id;

        public int Line => line;

        public List<int> Rows { get; } = [];

        public List<Refusal> Refusals { get; } = [];

        public DateOnly? Placed { get; set; }

        public decimal Revenue { get; private set; }

        public decimal? Cost { get; private set; } = 0;

        public string? Customer { get; set; }

        public string? Rep { get; set; }

        public string? Channel { get; set; }

        public string? Region { get; set; }

        public bool IsCancelled { get; set; }

        public void Count(string? sold, decimal amount, decimal? costOfGoods)
        {
            hasSeveral |= lines > 0 && sold != product;
            product = sold;
            Revenue += amount;
            Cost += costOfGoods;
            lines++;
        }

        /// <summary>Whether a line that counts is like one before it in every column; it is one of those from now on.</summary>
        public bool Repeats(TableRow line)
        {
            var hash = RowHash.Of(line);
            if (lines > 1)
            {
                return !(counted ??= [first]).Add(hash);
            }

            first = hash;
            return false;
        }

        public Order Made(string source) => new()
        {
            Source = source,
            Id = id,
            PlacedOn = Placed ?? default,
            Customer = Customer,
            Revenue = Revenue,
            CostOfGoods = lines > 0 ? Cost : null,
            Lines = lines,
            IsCancelled = IsCancelled,
            Rep = Rep,
            Channel = Channel,
            Region = Region,
            Product = hasSeveral ? null : product,
        };
    }
}

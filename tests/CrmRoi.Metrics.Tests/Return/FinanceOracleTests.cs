using System.Text.Json;
using CrmRoi.Metrics.Return;

namespace CrmRoi.Metrics.Tests.Return;

public sealed class FinanceOracleTests
{
    private const double Precision = 1e-6;

    [FinanceOracleFact]
    public void Net_present_values_equal_those_of_spreadsheets()
    {
        var rows = FinanceOracle.Rows("npv.test");

        foreach (var row in rows)
        {
            var value = Npv.AfterOnePeriod(FinanceOracle.Number(row[0]), FinanceOracle.Amounts(row[1]));

            ((double)value!).Should().BeApproximately(FinanceOracle.Number(row[2]), Precision, string.Join(',', row));
        }

        rows.Should().HaveCount(23);
    }

    [FinanceOracleFact]
    public void Periodic_rates_contain_those_of_spreadsheets()
    {
        var rows = FinanceOracle.Rows("irr.test");

        foreach (var row in rows)
        {
            Irr.Periodic(FinanceOracle.Amounts(row[0])).Should().Contain(
                root => Math.Abs(root - FinanceOracle.Number(row[2])) < Precision, string.Join(',', row));
        }

        rows.Should().HaveCount(11);
    }

    [FinanceOracleFact]
    public void Level_payments_equal_those_of_spreadsheets()
    {
        var rows = FinanceOracle.Rows("pmt.test");

        foreach (var row in rows)
        {
            var payment = Annuity.Payment(
                FinanceOracle.Number(row[0]), FinanceOracle.Number(row[1]), FinanceOracle.Money(row[2]), FinanceOracle.Money(row[3]), row[4] == "BeginningOfPeriod");

            ((double)payment!).Should().BeApproximately(FinanceOracle.Number(row[5]), Precision, string.Join(',', row));
        }

        rows.Should().HaveCount(1752);
    }

    [FinanceOracleFact]
    public void Periodic_rates_contain_the_expected_one_and_are_all_the_real_roots()
    {
        var cases = FinanceOracle.Json("expected_irr_pyxirr.json").EnumerateArray().ToList();

        foreach (var each in cases)
        {
            var roots = Irr.Periodic(each.GetProperty("cashflows").EnumerateArray().Select(amount => amount.GetDecimal()));

            roots.Should().Contain(root => Math.Abs(root - each.GetProperty("expected_irr").GetDouble()) < Precision, each.ToString());
            if (FinanceOracle.Numbers(each.GetProperty("real_roots")) is { Length: > 0 } all)
            {
                ShouldBe(roots, all, each.ToString());
            }
        }

        cases.Should().HaveCount(27);
    }

    [FinanceOracleFact]
    public void Dated_rates_are_all_the_real_roots_and_those_outside_the_expected_scan_are_proved()
    {
        var cases = FinanceOracle.Json(Path.Combine("xirr", "expected.json")).EnumerateArray().ToList();

        foreach (var each in cases)
        {
            var file = each.GetProperty("file").GetString()!;
            var flow = FinanceOracle.Flow(file);
            var roots = Irr.Dated(flow);

            ShouldBe([.. roots.Where(IsScanned)], FinanceOracle.Numbers(each.GetProperty("all_real_roots_scan")), file);
            roots.Where(root => !IsScanned(root)).Should().NotContain(root => !Crosses(flow, root), file);
            if (each.GetProperty("expected_xirr") is { ValueKind: JsonValueKind.Number } expected)
            {
                roots.Should().Contain(root => Math.Abs(root - expected.GetDouble()) < Precision, file);
            }
        }

        cases.Should().HaveCount(26);
    }

    [FinanceOracleFact]
    public void The_values_that_other_libraries_agree_on_come_out()
    {
        var expected = FinanceOracle.Json("expected_misc.json");
        decimal[] house = [-40000, 5000, 8000, 12000, 30000];
        decimal[] plant = [-15000, 1500, 2500, 3500, 4500, 6000];
        List<DatedAmount> old = [new(new(1970, 3, 2), 1), new(new(1988, 2, 3), 3), new(new(1999, 3, 5), 4)];
        (string Key, double? Value)[] ours =
        [
            ("npv_start_from_zero(0.08,[-40000,5000,8000,12000,30000])", (double?)Npv.Periodic(0.08, house)),
            ("npv_excel_style_first_flow_at_t1(0.08,[-40000,5000,8000,12000,30000])", (double?)Npv.AfterOnePeriod(0.08, house)),
            ("irr([-40000,5000,8000,12000,30000])", Irr.Periodic(house).Single()),
            ("npv(0.05,[-15000,1500,2500,3500,4500,6000])", (double?)Npv.Periodic(0.05, plant)),
            ("irr([-15000,1500,2500,3500,4500,6000])", Irr.Periodic(plant).Single()),
            ("irr([-123,12,15,50,200])", Irr.Periodic([-123, 12, 15, 50, 200]).Single()),
            ("pmt(0.08/12,60,15000)", (double?)Annuity.Payment(0.08 / 12, 60, 15000)),
            ("pmt(0.075/12,180,200000)", (double?)Annuity.Payment(0.075 / 12, 180, 200000)),
            ("xnpv(0.14,[1,3,4],[1970-03-02,1988-02-03,1999-03-05])", (double?)Npv.Dated(0.14, old)),
            ("xnpv(0.10,pyxirr_samples/unordered.csv)", (double?)Npv.Dated(0.10, FinanceOracle.Flow("unordered.csv"))),
            ("xnpv(0.10,pyxirr_samples/random_100.csv)", (double?)Npv.Dated(0.10, FinanceOracle.Flow("random_100.csv"))),
            ("xirr([-10000,2500,2000,3000,4000],[2007-01-12,2008-02-14,2008-03-03,2008-06-14,2008-12-01],act/365F) (MATLAB doc example)",
                Irr.Dated([new(new(2007, 1, 12), -10000), new(new(2008, 2, 14), 2500), new(new(2008, 3, 3), 2000), new(new(2008, 6, 14), 3000), new(new(2008, 12, 1), 4000)]).Single()),
            ("xirr([-177900000,8799805.85],[2020-07-03,2021-02-25])", Irr.Dated([new(new(2020, 7, 3), -177900000), new(new(2021, 2, 25), 8799805.85m)]).Single()),
        ];

        foreach (var (key, value) in ours)
        {
            value!.Value.Should().BeApproximately(expected.GetProperty(key).GetDouble(), Precision, key);
        }
    }

    // The expected lists come from a scan that went no further: three files have a root beyond it.
    private static bool IsScanned(double root) => root is > -0.99999 and < 100;

    private static bool Crosses(List<DatedAmount> flow, double root) =>
        PresentValue(flow, (1 + root) * 0.99999) * PresentValue(flow, (1 + root) * 1.00001) < 0;

    private static double PresentValue(List<DatedAmount> flow, double growth) =>
        flow.Sum(each => (double)each.Amount * Math.Pow(growth, -each.Date.DayNumber / 365d + (flow.Min(first => first.Date).DayNumber / 365d)));

    private static void ShouldBe(IReadOnlyList<double> roots, double[] expected, string because)
    {
        roots.Should().HaveCount(expected.Length, because);
        roots.Zip(expected).Should().NotContain(pair => Math.Abs(pair.First - pair.Second) >= Precision, because);
    }
}

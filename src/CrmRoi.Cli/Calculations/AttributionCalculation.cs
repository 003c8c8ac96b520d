using System.CommandLine;
using CrmRoi.Metrics.Attribution;

namespace CrmRoi.Cli.Calculations;

/// <summary><c>calc attribution FILE</c>: what the library credits to the channels of anyone's paths.</summary>
/// <remarks>
/// A line is a path as "a &gt; b &gt; c", how many conversions it led to, what these are worth, and how many took it without converting.
/// Paths have no times: for time decay each step of a path counts as one day.
/// </remarks>
internal sealed class AttributionCalculation(TextWriter output)
{
    private const string MarkovKey = "markov";

    private readonly Argument<string> file = new("FILE") { Description = "CSV with a path such as 'a > b > c' in each line" };
    private readonly Option<string> path = new("--path") { Description = "The column of paths", Required = true };
    private readonly Option<string> conversions = new("--conversions") { Description = "The column that says how many conversions a path led to", Required = true };
    private readonly Option<string?> value = new("--value") { Description = "The column that says what these are worth together" };
    private readonly Option<string?> none = new("--null") { Description = "The column that says how many took the path without converting" };
    private readonly Option<string> model = new("--model") { Description = "How conversions are credited", Required = true };
    private readonly Option<decimal> halfLife = new("--half-life") { Description = "For decay: after how many steps a touch counts half", DefaultValueFactory = _ => TimeDecay.DefaultHalfLife };

    public Command Build()
    {
        model.AcceptOnlyFromAmong("first", "last", "linear", "position", "decay", MarkovKey);
        var command = new Command("attribution", "Credit of conversions to the channels of paths") { file, path, conversions, value, none, model, halfLife };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(halfLife) <= 0)
        {
            throw new WrongUseException("--half-life must be above 0.");
        }

        var lines = await ReadAsync(parsed, cancellationToken);
        var hasValue = parsed.GetValue(value) is not null;
        var channels = parsed.GetValue(model) == MarkovKey ? OfChain(lines) : OfRule(lines, RuleOf(parsed));
        await output.WriteJsonAsync(new
        {
            channels = channels.OrderBy(channel => channel.Name, StringComparer.Ordinal)
                .Select(channel => new { channel.Name, channel.Conversions, value = hasValue ? channel.Value : null, channel.RemovalEffect }),
        });
        return CommandLine.Done;
    }

    private CreditRule RuleOf(ParseResult parsed)
    {
        var chosen = AttributionModels.Find(parsed.GetValue(model))!.Value;
        return chosen == AttributionModel.Decay ? new TimeDecay(parsed.GetValue(halfLife)) : AttributionModels.Rules[chosen];
    }

    private static IEnumerable<Channel> OfRule(List<PathLine> lines, CreditRule rule) =>
        lines.SelectMany(line => line.Channels.Zip(rule.Shares([.. line.Channels.Select((name, i) => new PathTouch(name, line.Channels.Count - 1 - i))])),
                (line, credit) => (Name: credit.First, Conversions: line.Conversions * credit.Second, Value: line.Value * credit.Second))
            .GroupBy(credit => credit.Name)
            .Select(group => new Channel(group.Key, group.Sum(credit => credit.Conversions), group.Sum(credit => credit.Value), null));

    private static IEnumerable<Channel> OfChain(List<PathLine> lines)
    {
        var steps = lines.SelectMany(line =>
            JourneyStep.Of(line.Channels, true).Select(step => KeyValuePair.Create(step, line.Conversions))
                .Concat(JourneyStep.Of(line.Channels, false).Select(step => KeyValuePair.Create(step, line.WithoutConversion))));
        var counted = steps.GroupBy(step => step.Key, step => step.Value).Select(group => KeyValuePair.Create(group.Key, group.Sum()));
        var (conversions, worth) = (lines.Sum(line => line.Conversions), lines.Sum(line => line.Value));
        var credits = Markov.Credits(counted);
        return credits.Count > 0
            ? credits.Select(credit => new Channel(credit.Campaign, conversions * credit.Share, worth * credit.Share, credit.RemovalEffect))
            : lines.SelectMany(line => line.Channels).Distinct().Select(name => new Channel(name, 0, 0, null));
    }

    private async Task<List<PathLine>> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var content = await CalculationFile.ReadAsync(parsed.GetValue(file)!, cancellationToken);
        var paths = content.Texts(parsed.GetValue(path)!);
        var counts = Numbers(parsed.GetValue(conversions));
        var worth = Numbers(parsed.GetValue(value));
        var without = Numbers(parsed.GetValue(none));
        return [.. paths.Select((text, i) => new PathLine(ChannelsOf(text, content.Rows[i].Line), counts[i], worth[i], without[i]))];

        IReadOnlyList<decimal> Numbers(string? column)
        {
            if (column is null)
            {
                return [.. paths.Select(_ => 0m)];
            }

            var amounts = content.Amounts(column);
            var wrong = amounts.ToList().FindIndex(amount => amount < 0);
            return wrong < 0 ? amounts : throw new WrongUseException($"Line {content.Rows[wrong].Line}: '{column}' is below 0.");
        }
    }

    private static string[] ChannelsOf(string text, int line)
    {
        string[] names = [.. text.Split('>').Select(name => name.Trim())];
        return names.All(name => name.Length > 0) ? names : throw new WrongUseException($"Line {line}: '{text}' is not a path such as 'a > b > c'.");
    }

    private sealed record PathLine(IReadOnlyList<string> Channels, decimal Conversions, decimal Value, decimal WithoutConversion);

    private sealed record Channel(string Name, decimal Conversions, decimal? Value, double? RemovalEffect);
}

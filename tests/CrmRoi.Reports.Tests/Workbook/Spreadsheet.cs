using System.Globalization;

namespace CrmRoi.Reports.Tests.Workbook;

/// <summary>Another spreadsheet program: what it reckons, by sheet and by the first cell of a row.</summary>
internal static class Spreadsheet
{
    // Comma-separated, UTF-8, every sheet, values as they are and not as they are shown.
    private const string Filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    public static Dictionary<string, Dictionary<string, decimal>> Reckon(byte[] workbook)
    {
        var folder = Directory.CreateTempSubdirectory("crmroi-sheets");
        try
        {
            var (exit, output, errors) = ReportTool.Run("soffice", workbook, path =>
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--infilter=Calc MS Excel 2007 XML", "--convert-to", Filter, "--outdir", folder.FullName, path,
            ]);
            exit.Should().Be(0, output + errors);
            return folder.GetFiles("*.csv").ToDictionary(file => Path.GetFileNameWithoutExtension(file.Name).Split('-', 2)[1], Read);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, decimal> Read(FileInfo file)
    {
        var figures = new Dictionary<string, decimal>();
        foreach (var line in File.ReadLines(file.FullName).Select(Fields).Where(fields => fields.Count > 1))
        {
            if (line.Skip(1).Select(Number).FirstOrDefault(value => value is not null) is { } known)
            {
                figures[line[0]] = known;
            }
        }

        return figures;
    }

    private static decimal? Number(string field) =>
        !decimal.TryParse(field.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? null
        : field.EndsWith('%') ? value / 100 : value;

    private static List<string> Fields(string line)
    {
        var (fields, isQuoted, field) = (new List<string>(), false, "");
        foreach (var letter in line)
        {
            switch (letter)
            {
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    fields.Add(field);
                    field = "";
                    break;
                default:
                    field += letter;
                    break;
            }
        }

        return [.. fields, field];
    }
}

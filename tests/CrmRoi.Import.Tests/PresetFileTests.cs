using CrmRoi.Import.Presets;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Tests;

public sealed class PresetFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("presets").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_preset_in_a_folder_is_added_without_touching_the_program()
    {
        File.WriteAllText(Path.Combine(folder, "ours.json"), """
            {
              "name": "our-crm", "title": "Our CRM",
              "tables": [{
                "name": "chances", "kind": "deals", "signs": [["Vorgang", "Zustand"]],
                "fields": {
                  "id": "Vorgang", "stage": ["Zustand"], "closed": "Ende",
                  "value": { "from": ["Summe"], "scale": 1000 },
                  "outcome": { "from": ["Zustand"], "values": { "Handschlag": "Won", "Absage": "Lost" }, "otherwise": "Open" }
                }
              }]
            }
            """);

        var reading = Reads.ByPreset("Vorgang;Zustand;Ende;Summe\n1;Handschlag;03.02.2026;1,5\n2;Absage;04.02.2026;2\n", presets: new(folder));

        reading.Mapping.PresetName.Should().Be("our-crm");
        reading.Records<Deal>().Select(deal => (deal.Outcome, deal.Value)).Should().Equal((DealOutcome.Won, 1500m), (DealOutcome.Lost, 2000m));
        reading.Warnings.Should().ContainSingle(warning => warning.Code == "scaled");
    }

    [Theory]
    [InlineData("{", "cannot be used")]
    [InlineData("""{"name":"a","title":"A","tables":[],"colour":1}""", "colour")]
    [InlineData("""{"name":"A b","title":"A","tables":[]}""", "small letters")]
    [InlineData("""{"name":"a","title":"A","tables":[{"name":"t","kind":"deals","signs":[]}]}""", "table 't': it needs signs")]
    [InlineData("""{"name":"a","title":"A","tables":[{"name":"t","signs":[["x"]]}]}""", "needs a kind, or a note")]
    [InlineData("""{"name":"a","title":"A","tables":[{"name":"t","kind":"deals","signs":[["x"]],"fields":{"colour":"x"}}]}""", "no field 'colour'")]
    [InlineData("""{"name":"a","title":"A","tables":[{"name":"t","kind":"deals","signs":[["x"]],"fields":{"rep":{"values":{}}}}]}""", "either headers")]
    [InlineData("""{"name":"a","title":"A","tables":[{"name":"t","kind":"deals","signs":[["x"]],"outcomes":{"x":"Maybe"}}]}""", "Won, Lost or Open")]
    [InlineData("""{"name":"a","title":"A","tables":[{"name":"t","kind":"deals","signs":[["x"]],"stageColumns":["Entered"]}]}""", "{stage}")]
    [InlineData("""{"name":"a","title":"A","tables":[{"name":"t","kind":"deals","signs":[["x"]],"fields":{"rep":{"ids":["o"],"through":[{"table":"u","by":"id","give":"n"}]}}}]}""", "no table of the preset")]
    public void A_preset_that_cannot_be_is_refused_by_its_place(string json, string part)
    {
        File.WriteAllText(Path.Combine(folder, "wrong.json"), json);

        var problem = new PresetCatalogue(folder).Invoking(presets => presets.All()).Should().Throw<RefusedFileException>().Which;

        problem.Code.Should().Be("bad-preset");
        problem.Message.Should().Contain("'wrong.json'").And.Contain(part);
    }

    [Fact]
    public void Every_CRM_that_is_promised_has_a_preset()
    {
        new PresetCatalogue().All().Select(preset => preset.Name).Should().Contain(
            ["salesforce", "hubspot", "dynamics", "pipedrive", "zoho", "odoo", "espocrm", "suitecrm", "frappe", "zendesk"]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        new PresetCatalogue(Path.Combine(folder, "none")).Invoking(presets => presets.All()).Should().Throw<RefusedFileException>().WithMessage("*is not there*");
    }
}

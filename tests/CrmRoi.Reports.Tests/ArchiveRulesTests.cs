using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CrmRoi.Reports.Tests;

/// <summary>Rules of PDF/A-2a on bytes, colours, fonts and metadata, of an ordinary report and of one with odd names.</summary>
public sealed class ArchiveRulesTests
{
    private static readonly string[] Forbidden =
        ["/JavaScript", "/JS", "/AA", "/EmbeddedFiles", "/AcroForm", "/OpenAction", "/Requirements", "/AlternatePresentations", "/PresSteps", "/NeedsRendering", "/Encrypt", "/TR", "/TR2", "/OPI", "/PS"];

    [ReportFactWithTool("qpdf")]
    public void The_file_begins_and_ends_as_an_archive_wants_it()
    {
        foreach (var (bytes, file) in ConformanceExample.Both)
        {
            Encoding.ASCII.GetString(bytes, 0, 9).Should().Be("%PDF-1.7\n");
            bytes[9].Should().Be((byte)'%');
            bytes.Skip(10).Take(4).Should().OnlyContain(value => value > 127);
            Encoding.ASCII.GetString(bytes[^6..]).Should().Be("%%EOF\n");
            var identifiers = file.Trailer["/ID"]!.AsArray();
            identifiers.Should().HaveCount(2).And.OnlyContain(each => each!.GetValue<string>().Length >= 32);
        }
    }

    [ReportFactWithTool("qpdf")]
    public void Streams_are_packed_by_no_filter_but_those_that_everybody_may_use()
    {
        foreach (var (bytes, file) in ConformanceExample.Both)
        {
            Regex.Matches(Encoding.Latin1.GetString(bytes), "/Filter (/[A-Za-z0-9]+)").Select(match => match.Groups[1].Value).Distinct().Should().NotBeEmpty().And.BeSubsetOf(["/FlateDecode", "/DCTDecode"]);
            file.All.SelectMany(each => each.Select(entry => entry.Key)).Should().NotContain(key => Forbidden.Contains(key));
            file.All.Should().NotContain(each => each.ContainsKey("/F") && each.ContainsKey("/Length"), "no stream lies in another file");
        }
    }

    [ReportFactWithTool("qpdf")]
    public void No_object_is_larger_than_a_reader_must_hold()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            file.Strings.Should().OnlyContain(text => Encoding.BigEndianUnicode.GetByteCount(text) <= 32_767);
            file.PageContents().Should().AllSatisfy(content => Depth(content).Should().BeLessThanOrEqualTo(28));
        }

        static int Depth(string content)
        {
            var (depth, most) = (0, 0);
            foreach (var line in content.Split('\n'))
            {
                depth += line == "q" ? 1 : line == "Q" ? -1 : 0;
                most = Math.Max(most, depth);
            }

            depth.Should().Be(0, "what is saved is restored");
            return most;
        }
    }

    [ReportFactWithTool("qpdf")]
    public void The_colours_are_those_of_a_whole_profile_for_screens()
    {
        var (_, file) = ConformanceExample.Both[0];

        var profile = file.Data(file.At(file.Catalogue["/OutputIntents"]![0])!["/DestOutputProfile"]);

        BinaryPrimitives.ReadInt32BigEndian(profile).Should().Be(profile.Length);
        profile[8].Should().BeInRange(2, 4, "an archive takes no later version");
        Encoding.ASCII.GetString(profile, 12, 12).Should().Be("mntrRGB XYZ ");
        Encoding.ASCII.GetString(profile, 36, 4).Should().Be("acsp");
        Tags(profile).Should().Contain(["desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"]);
        file.PageContents().SelectMany(content => content.Split('\n')).Should().NotContain(line => line.EndsWith(" k", StringComparison.Ordinal) || line.EndsWith(" K", StringComparison.Ordinal));

        static IEnumerable<string> Tags(byte[] profile) =>
            Enumerable.Range(0, BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(128))).Select(index => Encoding.ASCII.GetString(profile, 132 + (12 * index), 4));
    }

    [ReportFactWithTool("qpdf")]
    public void Every_sign_that_is_shown_has_a_text_and_none_is_the_missing_one()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            var maps = file.Fonts().ToDictionary(font => font.Key, font => ToUnicode(Encoding.ASCII.GetString(file.Data(font.Value["/ToUnicode"]))));
            var shown = file.PageContents().SelectMany(Shown).ToHashSet();

            shown.Should().HaveCountGreaterThan(100).And.OnlyContain(each => each.Code > 0 && maps[each.Font].ContainsKey(each.Code));
            maps.Values.SelectMany(map => map.Values).SelectMany(text => text.EnumerateRunes()).Should()
                .OnlyContain(rune => rune.Value > 0 && rune.Value != 0xFEFF && rune.Value != 0xFFFE && Rune.GetUnicodeCategory(rune) != UnicodeCategory.PrivateUse);
        }
    }

    [ReportFactWithTool("qpdf")]
    public void Fonts_are_subsets_by_name_with_codes_that_are_glyphs_and_no_list_of_them()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            file.OfType("/FontDescriptor").Should().NotBeEmpty().And.AllSatisfy(descriptor =>
            {
                PdfObjects.Name(descriptor, "/FontName").Should().MatchRegex(@"^/[A-Z]{6}\+");
                descriptor.ContainsKey("/CIDSet").Should().BeFalse("one that is not complete would break the rule");
                descriptor.ContainsKey("/FontFile2").Should().BeTrue();
                (descriptor["/Flags"]!.GetValue<int>() & 36).Should().Be(4, "symbolic, and not both");
            });
            file.All.Where(each => PdfObjects.Name(each, "/Subtype") == "/CIDFontType2").Should().NotBeEmpty().And.AllSatisfy(font =>
            {
                PdfObjects.Name(font, "/CIDToGIDMap").Should().Be("/Identity");
                PdfObjects.Text(font["/CIDSystemInfo"]!.AsObject(), "/Ordering").Should().Be("Identity");
                PdfObjects.Name(font, "/BaseFont").Should().Be(PdfObjects.Name(file.At(font["/FontDescriptor"])!.AsObject(), "/FontName"));
            });
        }
    }

    [ReportFactWithTool("qpdf")]
    public void Widths_are_those_of_the_fonts_that_are_embedded()
    {
        foreach (var (_, file) in ConformanceExample.Both)
        {
            foreach (var font in file.Fonts().Select(font => file.At(font.Value["/DescendantFonts"]![0])!.AsObject()))
            {
                var program = file.Data(file.At(font["/FontDescriptor"])!["/FontFile2"]);
                var (units, last) = (U16(Table(program, "head") + 18), U16(Table(program, "hhea") + 34) - 1);
                var widths = font["/W"]![1]!.AsArray().Select(each => each!.GetValue<double>()).ToList();

                widths.Should().HaveCountGreaterThan(1);
                widths.Select((width, code) => width - (U16(Table(program, "hmtx") + (4 * Math.Min(code, last))) * 1000.0 / units)).Should().OnlyContain(difference => Math.Abs(difference) < 1);

                int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(at));
            }
        }

        static int Table(byte[] program, string tag) => BinaryPrimitives.ReadInt32BigEndian(program.AsSpan(
            Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(4))).Select(index => 12 + (16 * index)).First(at => Encoding.ASCII.GetString(program, at, 4) == tag) + 8));
    }

    [ReportFactWithTool("qpdf")]
    public void Pages_are_drawn_by_operators_that_every_reader_knows()
    {
        string[] known = ["q", "Q", "cm", "d", "gs", "rg", "m", "l", "c", "h", "f", "S", "B", "n", "BT", "ET", "Tf", "Tm", "Tc", "TJ", "Do", "BDC", "EMC"];
        foreach (var (_, file) in ConformanceExample.Both)
        {
            file.PageContents().SelectMany(content => content.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => line.Split(' ')[^1]).Distinct().Should().BeSubsetOf(known);
        }
    }

    [ReportFactWithTool("qpdf")]
    public void Links_are_seen_printed_and_do_nothing_but_lead_somewhere()
    {
        const int Unseen = 1 | 2 | 32 | 256; // invisible, hidden, no view, toggled
        foreach (var (_, file) in ConformanceExample.Both)
        {
            file.OfType("/Annot").Should().NotBeEmpty().And.AllSatisfy(link =>
            {
                PdfObjects.Name(link, "/Subtype").Should().Be("/Link");
                (link["/F"]!.GetValue<int>() & (4 | Unseen)).Should().Be(4);
                (link.ContainsKey("/Dest") || PdfObjects.Name(link["/A"]!.AsObject(), "/S") == "/URI").Should().BeTrue();
            });
        }
    }

    [ReportFactWithTool("qpdf")]
    public void Objects_streams_and_the_table_of_them_are_spaced_as_an_archive_wants_it()
    {
        foreach (var (bytes, file) in ConformanceExample.Both)
        {
            var text = Encoding.Latin1.GetString(bytes);
            var count = file.Trailer["/Size"]!.GetValue<int>();
            var table = text[text.LastIndexOf("\nxref\n", StringComparison.Ordinal)..];

            table.Should().StartWith(string.Create(CultureInfo.InvariantCulture, $"\nxref\n0 {count}\n0000000000 65535 f \n"));
            Regex.Count(table, @"(?<=\n)\d{10} 00000 n \n").Should().Be(count - 1);
            Regex.Matches(table, @"(?<=\n)(\d{10}) 00000 n \n").Select((match, index) => text.IndexOf($"\n{index + 1} 0 obj\n<<", StringComparison.Ordinal) + 1 - int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
                .Where(distance => distance != 0).Should().BeEmpty();
            Regex.Count(text, @">>\nstream\n").Should().BeGreaterThan(20).And.Be(Regex.Count(text, @"\nendstream\nendobj\n"));
        }
    }

    [ReportFactWithTool("qpdf")]
    public void What_the_information_says_the_metadata_say_too()
    {
        (string Key, XNamespace Space, string Name)[] pairs =
        [
            ("/Title", "http://purl.org/dc/elements/1.1/", "title"), ("/Author", "http://purl.org/dc/elements/1.1/", "creator"),
            ("/Subject", "http://purl.org/dc/elements/1.1/", "description"), ("/Creator", "http://ns.adobe.com/xap/1.0/", "CreatorTool"),
            ("/Producer", "http://ns.adobe.com/pdf/1.3/", "Producer"),
        ];
        foreach (var (_, file) in ConformanceExample.Both)
        {
            var text = Encoding.UTF8.GetString(file.Data(file.Catalogue["/Metadata"]));
            var (metadata, information) = (XDocument.Parse(text), file.At(file.Trailer["/Info"])!.AsObject());

            text.Should().StartWith("<?xpacket begin=\"\uFEFF\" id=").And.NotContain("encoding=").And.EndWith("<?xpacket end=\"w\"?>");
            pairs.Should().AllSatisfy(pair => metadata.Descendants(pair.Space + pair.Name).Single().Value.Trim().Should().Be(PdfObjects.Text(information, pair.Key)));
            metadata.Descendants((XNamespace)"http://ns.adobe.com/xap/1.0/" + "ModifyDate").Single().Value.Should().Be("2026-11-04T09:30:00+01:00");
            metadata.Descendants((XNamespace)"http://www.aiim.org/pdfa/ns/schema#" + "namespaceURI").Should().ContainSingle().Which.Value.Should().Be("http://www.aiim.org/pdfua/ns/id/");
        }
    }

    private static Dictionary<int, string> ToUnicode(string map) => map.Split('\n')
        .Where(line => line.StartsWith('<') && line.Count(letter => letter == '<') == 2)
        .Select(line => line.Split('<', '>'))
        .ToDictionary(
            parts => int.Parse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            parts => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(parts[3])));

    private static IEnumerable<(string Font, int Code)> Shown(string content)
    {
        var font = "";
        foreach (var line in content.Split('\n'))
        {
            font = line.EndsWith(" Tf", StringComparison.Ordinal) ? line.Split(' ')[0] : font;
            if (line.EndsWith("] TJ", StringComparison.Ordinal))
            {
                foreach (var code in line.Split('<').Skip(1).SelectMany(part => part.Split('>')[0].Chunk(4)))
                {
                    yield return (font, int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                }
            }
        }
    }
}

using System.Globalization;

namespace CrmRoi.Pdf;

/// <summary>Turns a document into the objects of a file.</summary>
internal sealed class DocumentWriter(PdfDocument document)
{
    private readonly ObjectFile _file = new();
    private readonly Dictionary<PdfPage, int> _pageNumbers = [];

    public byte[] Write()
    {
        var catalogue = _file.Reserve();
        var information = WriteInformation();
        var tree = _file.Reserve();
        foreach (var page in document.Pages)
        {
            _pageNumbers[page] = _file.Reserve();
        }

        WritePages(tree);
        var structure = new StructureTreeWriter(_file, document.Pages, _pageNumbers).Write(document.Structure);
        var metadata = _file.AddStream("/Type /Metadata /Subtype /XML", XmpMetadata.Write(document.Information), compress: false);
        var outline = document.Outline.Write(_file, _pageNumbers) is { } number
            ? $"/Outlines {PdfSyntax.Reference(number)} /PageMode /UseOutlines "
            : "";
        _file.Set(
            catalogue,
            $"<< /Type /Catalog /Pages {PdfSyntax.Reference(tree)} /Lang {PdfSyntax.Text(document.Information.Language)} " +
            $"/MarkInfo << /Marked true >> /StructTreeRoot {PdfSyntax.Reference(structure)} " +
            $"/ViewerPreferences << /DisplayDocTitle true >> /Metadata {PdfSyntax.Reference(metadata)} " +
            $"/OutputIntents [{PdfSyntax.Reference(WriteOutputIntent())}] {outline}/PageLabels << /Nums [{Labels()}] >> >>");
        return _file.Save(catalogue, information);
    }

    private int WriteInformation()
    {
        var (title, author, subject, _, created) = document.Information;
        var date = PdfSyntax.Date(created);
        return _file.Add(
            $"<< /Title {PdfSyntax.Text(PlainText.OneLine(title))} /Author {PdfSyntax.Text(PlainText.OneLine(author))} " +
            $"/Subject {PdfSyntax.Text(PlainText.OneLine(subject))} /Creator {PdfSyntax.Text(PdfInformation.Producer)} " +
            $"/Producer {PdfSyntax.Text(PdfInformation.Producer)} /CreationDate {date} /ModDate {date} >>");
    }

    private void WritePages(int tree)
    {
        var resources = _file.Reserve();
        var structureParent = document.Pages.Count;
        foreach (var page in document.Pages)
        {
            var annotations = WriteAnnotations(page, ref structureParent);
            var content = _file.AddStream("", page.Content);
            var group = page.HasTransparency ? " /Group << /Type /Group /S /Transparency /CS /DeviceRGB >>" : "";
            _file.Set(_pageNumbers[page], string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfSyntax.Number(page.Width)} {PdfSyntax.Number(page.Height)}] /Resources {resources} 0 R /Contents {content} 0 R /StructParents {page.Index} /Tabs /S{group}{annotations} >>"));
        }

        WriteResources(resources);
        var kids = string.Join(' ', document.Pages.Select(page => PdfSyntax.Reference(_pageNumbers[page])));
        _file.Set(tree, string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {document.Pages.Count} /Kids [{kids}] >>"));
    }

    private string WriteAnnotations(PdfPage page, ref int structureParent)
    {
        foreach (var annotation in page.Annotations)
        {
            annotation.Number = _file.Add(annotation.Body(page.Height, structureParent, _pageNumbers));
            structureParent++;
        }

        return page.Annotations.Count == 0
            ? ""
            : $" /Annots [{string.Join(' ', page.Annotations.Select(annotation => PdfSyntax.Reference(annotation.Number)))}]";
    }

    private void WriteResources(int number)
    {
        var fonts = string.Join(' ', document.Fonts.Select(font => $"/{font.Resource} {PdfSyntax.Reference(font.Write(_file))}"));
        var opacities = string.Join(' ', document.Opacities.Select(entry =>
            $"/{entry.Value} << /Type /ExtGState /ca {PdfSyntax.Number(entry.Key.Fill)} /CA {PdfSyntax.Number(entry.Key.Stroke)} >>"));
        var images = string.Join(' ', document.Images.Select(entry => $"/{entry.Value} {PdfSyntax.Reference(WriteImage(entry.Key))}"));
        _file.Set(number, $"<< /Font << {fonts} >> /ExtGState << {opacities} >> /XObject << {images} >> >>");
    }

    private int WriteImage(PdfImage image) => _file.AddStream(
        string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {image.Width} /Height {image.Height} {image.Entries}"),
        image.Data,
        compress: !image.IsCompressed);

    private int WriteOutputIntent()
    {
        var profile = _file.AddStream("/N 3", SrgbProfile.Bytes);
        return _file.Add(
            "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) " +
            $"/Info (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /DestOutputProfile {PdfSyntax.Reference(profile)} >>");
    }

    private string Labels()
    {
        var labels = document.Labels.Select(label => (Index: label.Key, Body: LabelBody(label.Value))).ToList();
        if (labels.Count == 0 || labels[0].Index != 0)
        {
            labels.Insert(0, (0, "/S /D"));
        }

        return string.Join(' ', labels.Select(label => string.Create(CultureInfo.InvariantCulture, $"{label.Index} << {label.Body} >>")));
    }

    private static string LabelBody((PageLabelStyle Style, string Prefix, int First) label)
    {
        var style = label.Style switch
        {
            PageLabelStyle.RomanLower => "r",
            PageLabelStyle.RomanUpper => "R",
            PageLabelStyle.LettersLower => "a",
            PageLabelStyle.LettersUpper => "A",
            _ => "D",
        };
        var prefix = label.Prefix.Length > 0 ? $" /P {PdfSyntax.Text(PlainText.OneLine(label.Prefix))}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"/S /{style}{prefix} /St {label.First}");
    }
}

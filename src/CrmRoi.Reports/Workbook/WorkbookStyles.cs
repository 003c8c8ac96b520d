namespace CrmRoi.Reports.Workbook;

/// <summary>The workbook's formats, one for each <see cref="CellStyle"/> and in its order.</summary>
internal static class WorkbookStyles
{
    private const string Money = "#,##0.00;[Red]\u2212#,##0.00";
    private const string Percent = "0.0%;[Red]\u22120.0%";

    /// <summary>The style sheet's XML.</summary>
    public static string Write()
    {
        // Fonts: 0 plain, 1 bold, 2 title, 3 note. Fills: 0, 1 by convention, 2 head, 3 input. Borders: 0 none, 1 below, 2 above.
        (int Format, int Font, int Fill, int Border, string More)[] styles =
        [
            (0, 0, 0, 0, ""), (0, 2, 0, 0, ""), (0, 1, 2, 1, Wrapped("left")), (0, 1, 2, 1, Wrapped("right")), (0, 0, 0, 0, Top),
            (0, 0, 0, 0, " quotePrefix=\"1\"" + Top), (0, 1, 0, 0, Top), (0, 3, 0, 0, Top),
            (164, 0, 0, 0, Top), (164, 1, 0, 0, Top), (164, 1, 0, 2, Top), (0, 1, 0, 2, Top),
            (165, 0, 0, 0, Top), (165, 1, 0, 0, Top), (3, 0, 0, 0, Top), (166, 0, 0, 0, Top), (167, 0, 0, 0, Top), (168, 0, 0, 0, Top), (165, 1, 3, 0, Top), (166, 1, 3, 0, Top),
        ];
        return $"""
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="5"><numFmt numFmtId="164" formatCode="{Money}"/><numFmt numFmtId="165" formatCode="{Percent}"/><numFmt numFmtId="166" formatCode="#,##0.00"/><numFmt numFmtId="167" formatCode="0.000000"/><numFmt numFmtId="168" formatCode="mmm\ yyyy"/></numFmts>
            <fonts count="4">{Font(10, "FF101828")}{Font(10, "FF101828", "<b/>")}{Font(14, "FF101828", "<b/>")}{Font(9, "FF5B6678")}</fonts>
            <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{Fill("FFEEF1F5")}{Fill("FFF3F0E2")}</fills>
            <borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF9AA5B5"/></bottom><diagonal/></border><border><left/><right/><top style="thin"><color rgb="FF101828"/></top><bottom/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="{styles.Length}">{string.Concat(styles.Select(Format))}</cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
            </styleSheet>
            """;
    }

    private const string Top = "><alignment vertical=\"top\"/></xf>";

    private static string Wrapped(string side) => $"><alignment horizontal=\"{side}\" vertical=\"top\" wrapText=\"1\"/></xf>";

    private static string Font(int size, string colour, string more = "") => $"<font>{more}<sz val=\"{size}\"/><color rgb=\"{colour}\"/><name val=\"Calibri\"/><family val=\"2\"/></font>";

    private static string Fill(string colour) => $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>";

    private static string Format((int Format, int Font, int Fill, int Border, string More) style) =>
        $"<xf numFmtId=\"{style.Format}\" fontId=\"{style.Font}\" fillId=\"{style.Fill}\" borderId=\"{style.Border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\""
        + (style.More.Length == 0 ? "/>" : style.More);
}

using CrmRoi.Pdf.Tests.Testing;

namespace CrmRoi.Pdf.Tests;

public sealed class SampleTests
{
    [Fact]
    public void A_sample_to_look_at_is_written_beside_the_tests()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "samples"));

        File.WriteAllBytes(Path.Combine(folder.FullName, "sample.pdf"), SampleReport.Write());

        new ProducedFile(SampleReport.Write()).OfType("Page").Should().HaveCount(2);
    }
}

using CrmRoi.Metrics.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CrmRoi.Data;

internal sealed class SurveyAnswerConfiguration : RecordConfiguration<SurveyAnswer>
{
    protected override void ConfigureRecord(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.ToTable("SurveyAnswers");
        builder.HasNames(nameof(SurveyAnswer.Customer), nameof(SurveyAnswer.Agent));
        builder.HasIndex(answer => answer.AnsweredOn);
    }
}

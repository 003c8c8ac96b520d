using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Return;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Data;

/// <summary>What came of saving a benefit.</summary>
public enum BenefitSaved
{
    /// <summary>It is saved.</summary>
    Done,

    /// <summary>Somebody else saved or entered it meanwhile: nothing was changed.</summary>
    Conflict,

    /// <summary>With it more than the whole sales margin would be given away: nothing was changed.</summary>
    TooMuchMargin,
}

/// <summary>Saves benefits so that the views of the sales margin never sum to more than all of it, whoever saves at the same time.</summary>
public sealed class BenefitStore(CrmRoiContext context)
{
    /// <summary>Saves a benefit of a programme, new where there is none of its kind.</summary>
    /// <param name="benefit">What it shall be.</param>
    /// <param name="version">The version that the form was filled with; none for a new one.</param>
    public async Task<BenefitSaved> SaveAsync(Benefit benefit, Guid? version, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await DataVersion.ClaimAsync(context, cancellationToken); // the sum over all views is only known while nobody else saves
        var all = await context.Benefits.Where(each => each.Programme == benefit.Programme).ToListAsync(cancellationToken);
        var stored = all.Find(each => each.Kind == benefit.Kind);
        if (stored is null != version is null)
        {
            return BenefitSaved.Conflict;
        }

        var views = all.Where(each => each.Kind != benefit.Kind).Append(benefit).Where(each => each.Kind.IsView() && each.IsOn);
        if (MarginParts.TryOf(views.Select(view => (view.Kind, view.MarginPart))) is null)
        {
            return BenefitSaved.TooMuchMargin;
        }

        if (stored is null)
        {
            context.Add(benefit);
        }
        else
        {
            context.Change(stored, benefit, version!.Value);
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return BenefitSaved.Conflict;
        }

        await transaction.CommitAsync(cancellationToken);
        return BenefitSaved.Done;
    }
}

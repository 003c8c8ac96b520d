using CrmRoi.Data;
using CrmRoi.Metrics;
using CrmRoi.Metrics.Comparing;
using CrmRoi.Metrics.Programmes;
using CrmRoi.Metrics.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CrmRoi.Web.Pages.Shared;

/// <summary>A page that shows figures: they are loaded, and the filter is read, before its handler runs. A filter that cannot be is 400.</summary>
public abstract class FiguresPage(FigureStore store) : PageModel
{
    private Selection? selection;

    /// <summary>The filter as the address has it.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public FilterInput Asked { get; set; } = new();

    public Figures Figures { get; private set; } = null!;

    /// <summary>The programme that is looked at; none when there is none yet.</summary>
    public Programme? Programme => selection?.Programme;

    /// <summary>The months that are looked at.</summary>
    public Window Window => selection!.Window;

    /// <summary>The part of the business that is looked at.</summary>
    public Filter Filter => selection!.Filter;

    /// <summary>With what the months are compared.</summary>
    public ComparedWith With => selection!.With;

    /// <summary>The programme's currency, or the company's.</summary>
    public string Currency => Programme?.Currency ?? Figures.Company.Currency;

    public bool IsAdmin => User.IsInRole(Roles.Admin);

    /// <summary>Whether the reader may see single costs, and not only their totals.</summary>
    public bool MaySeeCosts => IsAdmin || User.IsInRole(Roles.Cfo);

    /// <summary>The chips for the section Filters; <c>with</c> leaves out what a page does not use.</summary>
    public virtual FilterChips Chips => new(Asked, Figures, selection!);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Figures = await store.LoadAsync(HttpContext.RequestAborted);
        selection = Asked.Read(Figures);
        if (selection is null)
        {
            context.Result = BadRequest();
            return;
        }

        await next();
    }
}

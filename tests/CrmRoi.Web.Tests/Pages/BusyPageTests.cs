using CrmRoi.Web.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CrmRoi.Web.Tests.Pages;

/// <summary>A form that could not be saved because an import was writing, or for want of room.</summary>
public sealed class BusyPageTests
{
    private static readonly Exception Locked = new DbUpdateException("It was not saved.", new SqliteException("SQLite Error 5: 'database is locked'.", 5));

    [Fact]
    public void What_was_typed_is_kept_to_be_saved_again()
    {
        var page = After(Locked, new() { ["Input.Name"] = "Licences", ["Input.Months"] = new(["1", "2"]) });

        (page.Code, page.Response.StatusCode, page.Again).Should().Be((503, 503, "/admin/costs/new?programme=CRM"));
        page.Typed.Should().Equal([new("Input.Name", "Licences"), new("Input.Months", "1"), new("Input.Months", "2")]);
    }

    [Fact]
    public void On_a_full_disk_what_was_typed_is_kept_too()
    {
        var page = After(new DbUpdateException("It was not saved.", new SqliteException("SQLite Error 13: 'database or disk is full'.", 13)), new() { ["Input.Name"] = "Licences" });

        (page.Code, page.Response.StatusCode, page.Again).Should().Be((507, 507, "/admin/costs/new?programme=CRM"));
        page.Typed.Should().Equal([new("Input.Name", "Licences")]);
    }

    [Fact]
    public void A_password_is_not_written_into_a_page()
    {
        var page = After(Locked, new() { ["Input.Email"] = "a@example.com", ["Input.Password"] = "secret" });

        (page.Code, page.Again, page.Typed.Count).Should().Be((503, null, 0));
    }

    [Fact]
    public void Another_problem_stays_a_fault_of_ours()
    {
        var page = After(new SqliteException("SQLite Error 1: 'no such table'.", 1), new() { ["Input.Name"] = "Licences" });

        (page.Code, page.Again).Should().Be((500, null));
    }

    private static ErrorModel After(Exception problem, Dictionary<string, StringValues> form)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.QueryString = new("?programme=CRM");
        http.Request.Form = new FormCollection(form);
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Features.Set<IExceptionHandlerPathFeature>(new ExceptionHandlerFeature { Error = problem, Path = "/admin/costs/new" });
        var page = new ErrorModel { PageContext = new(new ActionContext(http, new RouteData { Values = { ["code"] = "500" } }, new CompiledPageActionDescriptor())) };
        page.OnPageHandlerExecuting(new(page.PageContext, [], null, new Dictionary<string, object?>(), page));
        return page;
    }
}

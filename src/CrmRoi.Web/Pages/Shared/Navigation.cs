namespace CrmRoi.Web.Pages.Shared;

/// <summary>One link of the navigation; without roles everybody who is signed in sees it.</summary>
public sealed record NavigationLink(string Label, string Path, params string[] Roles);

/// <summary>The pages that exist, in the order in which they are read. Labels are the keys of _Navigation's texts.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<(string? Heading, IReadOnlyList<NavigationLink> Links)> Groups =
    [
        (null, [new("Overview", "/"), new("Return", "/return"), new("Evidence", "/evidence")]),
        ("Measure", [new("Sales", "/sales"), new("Marketing", "/marketing"), new("Customers", "/customers"), new("Service", "/service"), new("Breakdown", "/breakdown"), new("Plan", "/plan"), new("Metrics", "/metrics")]),
        ("Account for", [new("Reviews", "/reviews"), new("Reports", "/reports"), new("Data quality", "/quality")]),
        ("Set up", [new("Import", "/import", "Admin")]),
        ("Administration",
        [
            new("Company", "/admin/company", "Admin"),
            new("Programme", "/admin/programme", "Admin"),
            new("Costs", "/admin/costs", "Admin", "Cfo"),
            new("Benefits", "/admin/benefits", "Admin", "Cfo"),
            new("Assumptions", "/admin/assumptions", "Admin", "Cfo"),
            new("Baseline", "/admin/baseline", "Admin"),
            new("Plan and targets", "/admin/targets", "Admin"),
            new("Comparability", "/admin/comparability", "Admin"),
            new("Other causes", "/admin/causes", "Admin"),
            new("Stages", "/admin/stages", "Admin"),
            new("Names", "/admin/names", "Admin"),
            new("Schedules", "/admin/schedules", "Admin"),
            new("Users", "/admin/users", "Admin"),
        ]),
    ];

    /// <summary>The page itself or one below it; the overview is only itself.</summary>
    public static bool IsHere(this NavigationLink link, PathString path) =>
        link.Path == "/" ? path == "/" : path.StartsWithSegments(link.Path, StringComparison.OrdinalIgnoreCase);
}

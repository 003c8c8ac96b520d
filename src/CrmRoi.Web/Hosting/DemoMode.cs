using System.Net;
using CrmRoi.Data;
using Microsoft.AspNetCore.Identity;

namespace CrmRoi.Web.Hosting;

/// <summary>Whether the program was started with <c>--demo</c>: the example company, with sign-ins that everybody knows, on this computer only.</summary>
public sealed class DemoMode(bool isOn)
{
    /// <summary>The switch on the command line.</summary>
    public const string Switch = "--demo";

    /// <summary>The password of the demo's users. It opens nothing unless the demo runs, and no other user may have it.</summary>
    public const string Password = "crmroi-demo-2026";

    private const string Setting = "Demo";

    /// <summary>The demo's users: role, e-mail address, name.</summary>
    public static IReadOnlyList<(string Role, string Email, string Name)> Users { get; } =
    [
        (Roles.Admin, "admin@example.com", "Alex Admin"),
        (Roles.Manager, "manager@example.com", "Maria Manager"),
        (Roles.Cfo, "cfo@example.com", "Chris Finance"),
    ];

    public bool IsOn => isOn;

    /// <summary>The switch as a setting: what follows a bare switch would be taken for its value.</summary>
    public static string[] ReadSwitch(string[] args) => [.. args.Select(argument => argument == Switch ? $"--{Setting}=true" : argument)];

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">The demo would be reachable from elsewhere.</exception>
    public static DemoMode From(IConfiguration configuration)
    {
        var mode = new DemoMode(configuration.GetValue<bool>(Setting));
        return !mode.IsOn || AddressesOf(configuration).All(IsLocal)
            ? mode
            : throw new SettingsException("The demo has passwords that everybody knows, so it listens on this computer only: use an address such as http://localhost:5080.");
    }

    public bool Accepts(string password) => isOn || password != Password;

    private static IEnumerable<string> AddressesOf(IConfiguration configuration) =>
        (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? ""));

    private static bool IsLocal(string address)
    {
        var host = BindingAddress.Parse(address).Host;
        return host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}

/// <summary>Keeps the password of the demo from being anybody's own.</summary>
internal sealed class DemoPasswordValidator(DemoMode demo) : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(
        password is null || demo.Accepts(password) || manager.ErrorDescriber is not Pages.Account.AccountErrors errors
            ? IdentityResult.Success
            : IdentityResult.Failed(errors.PasswordOfTheDemo()));
}

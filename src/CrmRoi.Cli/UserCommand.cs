using System.CommandLine;
using CrmRoi.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Cli;

/// <summary><c>user add</c>: somebody who may sign in. The password is read from standard input, so that no list of processes shows it.</summary>
internal sealed class UserCommand(TextWriter output)
{
    private readonly Argument<string> email = new("EMAIL") { Description = "The address, which is the sign-in name" };
    private readonly Option<string> role = new("--role") { Description = "What the person may do", Required = true };
    private readonly Option<string?> name = new("--name") { Description = "The name that others see" };

    public Command Build()
    {
        role.AcceptOnlyFromAmong([.. Roles.All]);
        var add = new Command("add", "Add a user; the password is the first line of standard input") { email, role, name };
        add.SetAction(AddAsync);
        return new Command("user", "Users") { add };
    }

    private async Task<int> AddAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var password = await Console.In.ReadLineAsync(cancellationToken);
        if (string.IsNullOrEmpty(password))
        {
            throw new WrongUseException("Give the password as the first line of standard input.");
        }

        await using var scope = await Database.OpenAsync(cancellationToken);
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var address = parsed.GetValue(email)!;
        var user = new User { UserName = address, Email = address, EmailConfirmed = true, DisplayName = parsed.GetValue(name) ?? address };
        var made = await users.CreateAsync(user, password);
        if (made.Succeeded)
        {
            made = await users.AddToRoleAsync(user, parsed.GetValue(role)!);
        }

        if (!made.Succeeded)
        {
            throw new WrongUseException(string.Join(' ', made.Errors.Select(problem => problem.Description)));
        }

        await output.WriteLineAsync($"{address} may sign in as {parsed.GetValue(role)}.");
        return CommandLine.Done;
    }
}

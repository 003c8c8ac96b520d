using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmRoi.Web.Tests.Setup;

public sealed class DemoTests(DemoTests.DemoApp app) : IClassFixture<DemoTests.DemoApp>
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_printed_sign_in_works_and_has_its_role(int index)
    {
        var (role, email, _) = DemoMode.Users[index];
        using var visitor = app.Visit();

        using var response = await visitor.SignInAsync(email, DemoMode.Password);

        response.StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect);
        var roles = await app.ReadAsync(context => (
            from link in context.UserRoles
            join user in context.Users on link.UserId equals user.Id
            join found in context.Roles on link.RoleId equals found.Id
            where user.Email == email
            select found.Name).ToListAsync());
        roles.Should().Equal(role);
    }

    [Fact]
    public async Task A_second_start_adds_nothing_and_opens_what_was_closed()
    {
        var deals = await app.ReadAsync(context => context.Deals.CountAsync());
        await app.SeedAsync(async services =>
        {
            var users = services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>();
            var cfo = (await users.FindByNameAsync("cfo@example.com"))!;
            await users.ChangePasswordAsync(cfo, DemoMode.Password, "something of my own");
        });

        await app.SeedAsync(services => services.GetRequiredService<Demo>().PrepareAsync(CancellationToken.None));

        (await app.ReadAsync(context => context.Deals.CountAsync())).Should().Be(deals);
        using var visitor = app.Visit();
        using var response = await visitor.SignInAsync("cfo@example.com", DemoMode.Password);
        response.StatusCode.Should().Be(System.Net.HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Another_company_is_left_alone()
    {
        await using var other = new CrmRoiApp();
        await other.InitializeAsync();

        var preparing = () => other.SeedAsync(services => services.GetRequiredService<Demo>().PrepareAsync(CancellationToken.None));

        await preparing.Should().ThrowAsync<SettingsException>().WithMessage("*already holds “Probe GmbH”*");
    }

    public sealed class DemoApp : CrmRoiApp
    {
        protected override bool IsSetUp => false;

        protected override IEnumerable<(string Key, string Value)> Settings => [("Demo", "true"), ("urls", "http://127.0.0.1:0")];
    }
}

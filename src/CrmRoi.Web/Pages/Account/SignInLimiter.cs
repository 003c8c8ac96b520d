using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CrmRoi.Web.Pages.Account;

/// <summary>How often signing in may be tried.</summary>
public sealed class SignInLimits
{
    public const string Section = "SignIn";

    /// <value>Tries a minute from one address for one name; 10 unless told otherwise.</value>
    [Range(1, 10_000)]
    public int TriesPerName { get; init; } = 10;

    /// <value>Tries a minute from one address whatever the name; 60 unless told otherwise.</value>
    [Range(1, 10_000)]
    public int TriesPerAddress { get; init; } = 60;
}

/// <summary>Counts tries to sign in by where they come from and for whom, which the lock of one account does not.</summary>
public sealed class SignInLimiter : IDisposable
{
    private readonly PartitionedRateLimiter<(string Address, string Name)> limiter;

    public SignInLimiter(IOptions<SignInLimits> options) => limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Address, string Name), (string, string)>(request =>
            RateLimitPartition.GetFixedWindowLimiter((request.Address, request.Name.ToUpperInvariant()), _ => PerMinute(options.Value.TriesPerName))),
        PartitionedRateLimiter.Create<(string Address, string Name), string>(request =>
            RateLimitPartition.GetFixedWindowLimiter(request.Address, _ => PerMinute(options.Value.TriesPerAddress))));

    public bool Allows(string? address, string name)
    {
        using var lease = limiter.AttemptAcquire((address ?? "", name));
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static FixedWindowRateLimiterOptions PerMinute(int tries) => new() { PermitLimit = tries, Window = TimeSpan.FromMinutes(1) };
}

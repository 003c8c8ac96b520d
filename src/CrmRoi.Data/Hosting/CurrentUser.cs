namespace CrmRoi.Data;

/// <summary>Who is at work, for the audit.</summary>
/// <param name="Name">The sign-in name at this moment; none when nobody is signed in.</param>
public sealed record CurrentUser(Func<string?> Name)
{
    /// <summary>Nobody: what is done is done by the system.</summary>
    public static CurrentUser Nobody { get; } = new(() => null);
}

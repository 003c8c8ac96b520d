using CrmRoi.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CrmRoi.Web.Pages.Account;

/// <summary>What is wrong with an account, in the reader's language.</summary>
internal sealed class AccountErrors(IStringLocalizer<FormTexts> texts) : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), texts["Somebody has this e-mail address already."]);

    public override IdentityError DuplicateEmail(string email) => DuplicateUserName(email);

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), texts["This is not an e-mail address that can sign in."]);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), texts["This is not your present password."]);

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), texts["A password needs at least {0} characters.", length]);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), texts["A password needs at least {0} different characters.", uniqueChars]);

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), texts["Somebody else changed this account meanwhile. Look at it again."]);

    /// <summary>The password of the demo is in the documentation.</summary>
    public IdentityError PasswordOfTheDemo() => Error(nameof(PasswordOfTheDemo), texts["Everybody knows the password of the demo. Choose another one."]);

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}

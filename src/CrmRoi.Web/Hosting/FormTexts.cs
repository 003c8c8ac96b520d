using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CrmRoi.Web.Hosting;

/// <summary>Names the texts that forms share: labels, what is wrong with a field, what a handler says. In Resources/Hosting/FormTexts.de.resx.</summary>
public sealed class FormTexts
{
    /// <summary>The texts of a form's own type where it has any, then the shared ones.</summary>
    internal static IStringLocalizer For(Type form, IStringLocalizerFactory factory) => new Chain(factory.Create(form), factory.Create(typeof(FormTexts)));

    private sealed class Chain(IStringLocalizer own, IStringLocalizer shared) : IStringLocalizer
    {
        public LocalizedString this[string name] => own[name] is { ResourceNotFound: false } found ? found : shared[name];

        public LocalizedString this[string name, params object[] arguments] =>
            own[name, arguments] is { ResourceNotFound: false } found ? found : shared[name, arguments];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            own.GetAllStrings(includeParentCultures).Concat(shared.GetAllStrings(includeParentCultures));
    }
}

/// <summary>Gives annotations that say nothing of their own a sentence that is translated; the framework's are English only.</summary>
internal sealed class FormSentences : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage == DefaultOf(attribute) && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = SentenceOf(attribute);
            }
        }
    }

    // Some annotations come with a message that looks as if it had been given to them.
    private static string? DefaultOf(ValidationAttribute attribute) => attribute switch
    {
        EmailAddressAttribute => new EmailAddressAttribute().ErrorMessage,
        AllowedValuesAttribute => new AllowedValuesAttribute().ErrorMessage,
        _ => null,
    };

    private static string? SentenceOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "This is needed.",
        StringLengthAttribute { MinimumLength: > 0 } => "This takes {2} to {1} characters.",
        StringLengthAttribute or MaxLengthAttribute => "This takes at most {1} characters.",
        RangeAttribute => "This must be from {1} to {2}.",
        EmailAddressAttribute => "This is not an e-mail address.",
        RegularExpressionAttribute or AllowedValuesAttribute => "This is not one of the choices.",
        _ => null,
    };
}

/// <summary>The sentences for what cannot be read at all.</summary>
internal sealed class BindingSentences(IStringLocalizer<FormTexts> texts) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new FormSentences());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts["“{0}” cannot be read here.", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["“{0}” cannot be read here.", value]);
        messages.SetValueIsInvalidAccessor(value => texts["“{0}” cannot be read here.", value]);
        messages.SetValueMustBeANumberAccessor(_ => texts["This must be a number."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["This must be a number."]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["What was typed cannot be read here."]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["What was typed cannot be read here."]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["This is needed."]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["This is needed."]);
        messages.SetMissingKeyOrValueAccessor(() => texts["This is needed."]);
    }
}

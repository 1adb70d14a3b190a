using System.Globalization;
using System.Resources;
using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Explaining;
using Microsoft.AspNetCore.Http;

namespace HukouWorkflow.Http.Texts;

/// <summary>Text for people, in the language of their request: Chinese or English.</summary>
internal static class HumanText
{
    private static readonly ResourceManager Resources = new("HukouWorkflow.Http.Texts.Texts", typeof(HumanText).Assembly);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>The language a request asks for: the best of <c>zh-CN</c> and <c>en</c> by its weights, English where it asks for neither.</summary>
    public static CultureInfo LanguageOf(HttpRequest request)
    {
        foreach (var language in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(each => each.Quality ?? 1))
        {
            var tag = language.Value.AsSpan();
            if (language.Quality != 0 && (tag.Equals("zh", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("zh-", StringComparison.OrdinalIgnoreCase)))
            {
                return Chinese;
            }

            if (language.Quality != 0 && (tag.Equals("en", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("en-", StringComparison.OrdinalIgnoreCase)))
            {
                return English;
            }
        }

        return English;
    }

    /// <summary>The language that explanations are told in.</summary>
    public static Language LanguageOf(CultureInfo culture) => culture.Equals(Chinese) ? Language.Chinese : Language.English;

    /// <summary>A pack's text in a language.</summary>
    public static string Of(CultureInfo culture, LocalizedText text) => culture.Equals(Chinese) ? text.ZhCn : text.En;

    /// <summary>A text.</summary>
    /// <param name="culture">The language.</param>
    /// <param name="key">The text's key.</param>
    /// <param name="arguments">What it names.</param>
    /// <exception cref="MissingManifestResourceException">There is no such text: a mistake in this program.</exception>
    public static string Get(CultureInfo culture, string key, params object[] arguments)
    {
        var format = Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"There is no text named {key}.");
        return arguments.Length == 0 ? format : string.Format(culture, format, arguments);
    }
}

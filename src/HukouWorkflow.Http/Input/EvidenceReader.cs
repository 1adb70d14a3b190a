using HukouWorkflow.Core.Cases;
using HukouWorkflow.Http.Contract;

namespace HukouWorkflow.Http.Input;

/// <summary>Judges a document the applicant adds.</summary>
internal static class EvidenceReader
{
    private static readonly string[] MediaTypes = ["application/pdf", "image/jpeg", "image/png"];

    /// <summary>Reads a document, or null where something is wrong.</summary>
    public static EvidenceDocument? Read(EvidenceForm form, FormReader reader, InputProblems problems)
    {
        var title = reader.Text(reader.Required(form.Title, "/title"), "/title", 200);
        if ((form.MediaType is null) != (form.Content is null) || (form.MediaType is { } type && !MediaTypes.Contains(type, StringComparer.Ordinal)))
        {
            problems.Add("/mediaType", "input.mediaType");
        }

        byte[]? content = null;
        if (form.Content is { } text)
        {
            content = new byte[text.Length];
            if (!Convert.TryFromBase64String(text, content, out var length))
            {
                problems.Add("/content", "input.base64");
            }

            content = content[..length];
        }

        return problems.None ? new EvidenceDocument(title!, form.MediaType, content) : null;
    }
}

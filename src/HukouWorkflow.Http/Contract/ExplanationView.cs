using HukouWorkflow.Core.Policies;
using HukouWorkflow.Core.Policies.Explaining;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>How the newest evaluation was reached.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="AsOf">The day of the evaluation.</param>
/// <param name="Best">The version most favourable to the applicant.</param>
/// <param name="Results">Every version that may apply, the best one too.</param>
/// <param name="Explanation">The same in sentences, in the language asked for: the whole, each version, each route, each criterion.</param>
public sealed record ExplanationView(
    string Pack,
    LocalDate AsOf,
    VersionEvaluation Best,
    IReadOnlyList<VersionEvaluation> Results,
    Explanation Explanation);

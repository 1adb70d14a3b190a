using HukouWorkflow.Core.Cases;

namespace HukouWorkflow.Core.Policies;

/// <summary>No criminal record, as the applicant declares. The register of public security confirms it before anything is granted.</summary>
internal sealed record NoRecordCriterion(Citation Citation) : Criterion("noRecord", Citation)
{
    public override Weighing Weigh(StatedCase stated) => stated.Facts.NoRecord == true
        ? Weighing.From(stated.Facts.ResidenceFrom, stated.Today)
        : Weighing.Unknown;

    public override Finding Judge(StatedCase stated) =>
        Found(Weigh(stated), [], stated.Facts.NoRecord == true ? [stated.Evidence(Rule, Register.PublicSecurity)] : []);
}

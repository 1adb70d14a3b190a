using NodaTime;

namespace HukouWorkflow.Core.Cases;

/// <summary>Something the case owes to the outside: attempted at least once, done once, its outcome an event.</summary>
/// <param name="No">Its number in the case; with the case id it is the idempotency key.</param>
/// <param name="DueAt">When it is to be attempted.</param>
public abstract record OwedEffect(int No, Instant DueAt)
{
    /// <summary>A register is to be asked.</summary>
    /// <param name="No">The effect's number.</param>
    /// <param name="DueAt">When.</param>
    /// <param name="Register">Which one.</param>
    public sealed record AskRegister(int No, Instant DueAt, Register Register) : OwedEffect(No, DueAt);

    /// <summary>A benefit is to be requested.</summary>
    /// <param name="No">The effect's number.</param>
    /// <param name="DueAt">When.</param>
    /// <param name="Kind">Which benefit.</param>
    /// <param name="Person">0 for the applicant, otherwise the household member's number.</param>
    public sealed record RequestBenefit(int No, Instant DueAt, BenefitKind Kind, int Person) : OwedEffect(No, DueAt);
}

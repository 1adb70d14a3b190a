using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Identity;
using NodaTime;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>People in a main urban district of Chongqing.</summary>
internal static class Residents
{
    private static readonly DivisionCode Yuzhong = new(500103);

    public static SettlementFacts Since(LocalDate from) => new()
    {
        City = new DivisionCode(500000),
        Registration = Registration.Municipal,
        Hukou = HukouKind.Rural,
        ResidenceFrom = from,
        Basis = ResidenceBasis.Registration,
        Abodes = [new Abode(from, Yuzhong)],
    };
}

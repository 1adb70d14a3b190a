using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;

namespace HukouWorkflow.Local.Simulation;

/// <summary>The registers and agencies of one person, answering at a scenario's rates.</summary>
internal sealed class Answers
{
    private const string NoAnswer = "noAnswer";
    private static readonly Register[] AllRegisters = Enum.GetValues<Register>();

    private readonly Scenario _scenario;
    private readonly Dice _dice;
    private readonly CheckOutcome[] _records = new CheckOutcome[AllRegisters.Length];

    /// <summary>What the registers hold of a person is thrown once: asking again does not change a record.</summary>
    public Answers(Scenario scenario, Dice dice)
    {
        (_scenario, _dice) = (scenario, dice);
        foreach (var register in AllRegisters)
        {
            var rates = scenario.Registers[register];
            _records[(int)register] = dice.Happens(rates.Contradicted) ? CheckOutcome.Contradicted
                : dice.Happens(rates.Unknown) ? CheckOutcome.Unknown
                : CheckOutcome.Confirmed;
        }
    }

    /// <summary>What comes of an attempt at what is owed.</summary>
    public CaseCommand To(OwedEffect owed) => owed switch
    {
        OwedEffect.AskRegister ask => new CaseCommand.TakeRegisterReply(
            ask.No,
            _dice.Happens(_scenario.Registers[ask.Register].NoAnswer) ? new RegisterReply(null, NoAnswer) : new RegisterReply(_records[(int)ask.Register], null)),
        OwedEffect.RequestBenefit request => new CaseCommand.TakeBenefitReply(request.No, Reply(_scenario.Agencies[request.Kind])),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private BenefitReply Reply(AgencyRates rates) =>
        _dice.Happens(rates.NoAnswer) ? new BenefitReply(null, Declined: false, NoAnswer)
        : _dice.Happens(rates.Declined) ? new BenefitReply(null, Declined: true, "declined")
        : new BenefitReply("simulated", Declined: false, null);
}

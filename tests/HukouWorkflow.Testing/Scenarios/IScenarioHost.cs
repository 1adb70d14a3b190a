using HukouWorkflow.Http.Access;

namespace HukouWorkflow.Testing.Scenarios;

/// <summary>A host of the contract, as a scenario sees it: an address, and a time that passes when the scenario says so.</summary>
public interface IScenarioHost : IAsyncDisposable
{
    /// <summary>Where it listens; another after a restart.</summary>
    Uri Address { get; }

    /// <summary>Issues the tokens it takes.</summary>
    LocalTokens Tokens { get; }

    /// <summary>The service's time.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Lets time pass, with everything that falls due on the way; it ends when nothing is left to be done at that time.</summary>
    /// <param name="time">Until when; the present time lets happen what is to be done now.</param>
    Task PassToAsync(DateTimeOffset time);

    /// <summary>Ends the process that serves, and starts another on the same data.</summary>
    Task RestartAsync();
}

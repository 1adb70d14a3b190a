namespace HukouWorkflow.Agencies;

/// <summary>Where the agencies are, and how long and how often they are asked. All times are real time.</summary>
public sealed record AgencyOptions
{
    /// <summary>Where every agency is found that has no address of its own: an absolute http or https URL without user, query or fragment.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>
    /// Agencies found elsewhere, by name: <c>population</c>, <c>residencePermit</c>, <c>socialInsurance</c>, <c>employment</c>,
    /// <c>housing</c>, <c>publicSecurity</c>, <c>education</c>, <c>health</c>. The default is none.
    /// </summary>
    public IReadOnlyDictionary<string, Uri> Addresses { get; init; } = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>How long one attempt may take, to the last byte of the answer.</summary>
    /// <value>The default is 10 seconds; 10 milliseconds to 5 minutes.</value>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long all attempts and the pauses between them may take together.</summary>
    /// <value>The default is 30 seconds; no less than <see cref="AttemptTimeout"/>, at most 30 minutes.</value>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often one call asks before it gives up. What is owed is asked for again later, by the case.</summary>
    /// <value>The default is 3; 1 to 10.</value>
    public int Attempts { get; init; } = 3;

    /// <summary>The pause before the second attempt; it doubles with each further one and is jittered.</summary>
    /// <value>The default is 500 milliseconds; 0 to 1 minute.</value>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The share of attempts that must fail for an agency's circuit to open.</summary>
    /// <value>The default is 0.5; above 0, at most 1.</value>
    public double BreakRatio { get; init; } = 0.5;

    /// <summary>How many attempts an agency must have had within <see cref="BreakWindow"/> before its circuit can open.</summary>
    /// <value>The default is 10; 2 to 10,000.</value>
    public int BreakAfter { get; init; } = 10;

    /// <summary>The time over which an agency's failures are counted.</summary>
    /// <value>The default is 30 seconds; 500 milliseconds to 1 hour.</value>
    public TimeSpan BreakWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open circuit lets nothing through before one attempt may try.</summary>
    /// <value>The default is 15 seconds; 500 milliseconds to 1 hour.</value>
    public TimeSpan BreakPause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The URL under which an agency's paths begin; it ends in a slash.</summary>
    internal Uri AddressOf(Agency agency)
    {
        var address = Addresses.GetValueOrDefault(agency.Name, BaseAddress);
        return address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    /// <summary>All that is wrong with the values, each in a sentence that names the option.</summary>
    internal IEnumerable<string> Problems()
    {
        if (!IsAddress(BaseAddress))
        {
            yield return AddressProblem(nameof(BaseAddress));
        }

        foreach (var (name, address) in Addresses)
        {
            if (Agency.Named(name) is null)
            {
                yield return $"{nameof(Addresses)} names '{name}', which is no agency. They are: {Agency.Names}.";
            }

            if (!IsAddress(address))
            {
                yield return AddressProblem($"{nameof(Addresses)}['{name}']");
            }
        }

        if (AttemptTimeout < TimeSpan.FromMilliseconds(10) || AttemptTimeout > TimeSpan.FromMinutes(5))
        {
            yield return $"{nameof(AttemptTimeout)} is {AttemptTimeout}; it must be 10 milliseconds to 5 minutes.";
        }

        if (TotalTimeout < AttemptTimeout || TotalTimeout > TimeSpan.FromMinutes(30))
        {
            yield return $"{nameof(TotalTimeout)} is {TotalTimeout}; it must be no less than {nameof(AttemptTimeout)} and at most 30 minutes.";
        }

        if (Attempts is < 1 or > 10)
        {
            yield return $"{nameof(Attempts)} is {Attempts}; it must be 1 to 10.";
        }

        if (RetryDelay < TimeSpan.Zero || RetryDelay > TimeSpan.FromMinutes(1))
        {
            yield return $"{nameof(RetryDelay)} is {RetryDelay}; it must be 0 to 1 minute.";
        }

        if (BreakRatio is not (> 0 and <= 1))
        {
            yield return $"{nameof(BreakRatio)} is {BreakRatio}; it must be above 0 and at most 1.";
        }

        if (BreakAfter is < 2 or > 10_000)
        {
            yield return $"{nameof(BreakAfter)} is {BreakAfter}; it must be 2 to 10,000.";
        }

        foreach (var (name, value) in new[] { (nameof(BreakWindow), BreakWindow), (nameof(BreakPause), BreakPause) })
        {
            if (value < TimeSpan.FromMilliseconds(500) || value > TimeSpan.FromHours(1))
            {
                yield return $"{name} is {value}; it must be 500 milliseconds to 1 hour.";
            }
        }
    }

    private static bool IsAddress(Uri? address) =>
        address is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" };

    private static string AddressProblem(string name) => $"{name} must be an absolute http or https URL without user, query or fragment.";
}

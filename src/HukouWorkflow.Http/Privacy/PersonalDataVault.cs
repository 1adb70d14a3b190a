using HukouWorkflow.Core.Cases;
using HukouWorkflow.Core.Ports;
using Microsoft.AspNetCore.DataProtection;

namespace HukouWorkflow.Http.Privacy;

/// <summary>Seals personal data with ASP.NET Core data protection: authenticated encryption (AES-256-GCM) under keys that roll over and are never deleted.</summary>
public sealed class PersonalDataVault : IPersonalDataVault
{
    private readonly IDataProtector _protector;

    /// <summary>A vault under the service's keys.</summary>
    public PersonalDataVault(IDataProtectionProvider protection) => _protector = protection.CreateProtector("HukouWorkflow.PersonalData");

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Seal(PersonalAmendment amendment) => _protector.Protect(EventJson.WritePersonal(amendment));

    /// <inheritdoc/>
    public PersonalAmendment Unseal(ReadOnlyMemory<byte> sealedBytes) => EventJson.ReadPersonal(_protector.Unprotect(sealedBytes.ToArray()));
}

using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace HukouWorkflow.Bench.Micro;

/// <summary>Keeps keys as long as this process runs: what is sealed to be measured is never read again.</summary>
internal sealed class PassingKeys : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements() => [.. _keys];

    public void StoreElement(XElement element, string friendlyName) => _keys.Add(element);
}

using HukouWorkflow.Core.Policies;

namespace HukouWorkflow.Core.Tests.Policies;

/// <summary>A small sound pack of an invented size class, to be spoilt one line at a time.</summary>
internal sealed class PackText
{
    public const string Pack = "policies/town/pack.yaml";
    public const string Routes = "policies/town/routes.yaml";
    public const string Work = "policies/town/parameters/workPeriod.yaml";
    public const string Residence = "policies/town/parameters/residencePeriod.yaml";
    public const string Ceiling = "policies/national/ceiling.yaml";

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal)
    {
        [Ceiling] = """
            cityClasses:
              small:
                - from: 2016-01-01
                  maximum: none
                  mayAsk: [dwelling]
                  status: verified
                  reference: {document: State Council Decree 663, article: art. 16}
              large:
                - from: 2016-01-01
                  maximum: P5Y
                  mayAsk: [work, insurance, dwelling]
                  status: verified
                  reference: {document: State Council Decree 663, article: art. 16}
              huge:
                - from: 2016-01-01
                  maximum: unstated
                  status: verified
                  reference: {document: State Council Decree 663, article: art. 16}
            """,
        [Pack] = """
            id: town
            title: {en: Town, zh-CN: 城}
            city: "320100"
            cityClass: large
            divisions: "2020"
            districtClasses:
              "320102": core
              "320115": outer
            classTitles: {core: {en: the core, zh-CN: 核心区}, outer: {en: the outskirts, zh-CN: 外围区}}
            unknowns: []
            """,
        [Residence] = """
            description: {en: Residence, zh-CN: 居住}
            unit: period
            values:
              - from: 2010-01-01
                value: P5Y
                status: verified
                reference: {document: Notice, article: art. 1}
            """,
        [Work] = """
            description: {en: Work, zh-CN: 就业}
            unit: period
            values:
              - from: 2010-01-01
                value: {core: P4Y, outer: P2Y}
                status: verified
                reference: {document: Notice, article: art. 2}
            """,
        [Routes] = """
            routes:
              - id: residence
                title: {en: Residence, zh-CN: 居住}
                since: 2010-01-01
                status: verified
                reference: {document: Notice, article: art. 1}
                all:
                  - residence: {period: residencePeriod}
              - id: work
                title: {en: Work, zh-CN: 就业}
                since: 2010-01-01
                status: verified
                reference: {document: Notice, article: art. 2}
                all:
                  - work: {period: workPeriod, kinds: [contract]}
            """,
    };

    public PackText()
    {
        foreach (var file in ShippedPacks.Texts)
        {
            _files[file.Path] = file.Text;
        }
    }

    public PackText Set(string path, string text)
    {
        _files[path] = text;
        return this;
    }

    public PackText Without(string path)
    {
        Assert.True(_files.Remove(path));
        return this;
    }

    public PackText Replace(string path, string old, string replacement)
    {
        Assert.Contains(old, _files[path], StringComparison.Ordinal);
        return Set(path, _files[path].Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>The same pack again in another folder.</summary>
    public PackText Copy(string name, string id, string city)
    {
        foreach (var (path, text) in _files.Where(file => file.Key.StartsWith("policies/town/", StringComparison.Ordinal)).ToList())
        {
            _files[path.Replace("policies/town/", name, StringComparison.Ordinal)] = text
                .Replace("id: town", "id: " + id, StringComparison.Ordinal)
                .Replace("3201", city, StringComparison.Ordinal);
        }

        return this;
    }

    public PolicyBookReading Read() => PolicyBook.Read(_files.Select(file => new PackFile(file.Key, file.Value)));

    public PolicyPack ReadPack()
    {
        var reading = Read();
        Assert.Empty(reading.Problems);
        return reading.Book!.Find("town")!;
    }
}

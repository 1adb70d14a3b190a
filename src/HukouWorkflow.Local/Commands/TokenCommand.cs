using System.CommandLine;
using System.CommandLine.Parsing;
using HukouWorkflow.Core.Identity;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Local.Storage;

namespace HukouWorkflow.Local.Commands;

/// <summary><c>hukou token</c>: a token of the local host.</summary>
internal static class TokenCommand
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>Builds the command.</summary>
    public static (Command Command, string Example) Create()
    {
        var role = new Option<string>("--role") { Description = "The role.", Required = true, HelpName = "ROLE" };
        role.AcceptOnlyFromAmong([.. Enum.GetValues<Role>().Select(Roles.NameOf)]);
        var subject = new Option<string>("--sub") { Description = "The account.", Required = true, HelpName = "SUBJECT" };
        var districts = new Option<IReadOnlyList<DivisionCode>>("--district")
        {
            Description = "A caseworker's district, six digits; may repeat.",
            HelpName = "CODE",
            Arity = ArgumentArity.ZeroOrMore,
            CustomParser = ReadDistricts,
        };
        var place = new PlaceOptions();
        var command = new Command("token", "Print a token that the service on this data folder or storage takes for twelve hours, alone on the last line.") { role, subject, districts, place.Data, place.Storage };
        command.SetAction((parsed, cancellationToken) => Failure.ReportAsync(async () =>
        {
            var keys = await place.Read(parsed).OpenKeysAsync(cancellationToken);
            var tokens = new LocalTokens(await keys.ReadSecretAsync(ServiceSecret.Token, cancellationToken));
            var caller = new Caller(parsed.GetRequiredValue(subject), Roles.Parse(parsed.GetRequiredValue(role))!.Value, parsed.GetValue(districts) ?? []);
            Console.WriteLine(tokens.Issue(caller, TimeProvider.System.GetUtcNow(), Life));
            return 0;
        }));
        return (command, "TOKEN=$(hukou token --role applicant --sub wang --data ./data | tail -n 1)");
    }

    private static List<DivisionCode> ReadDistricts(ArgumentResult result)
    {
        var codes = new List<DivisionCode>();
        foreach (var token in result.Tokens)
        {
            if (DivisionCode.TryParse(token.Value, out var code))
            {
                codes.Add(code);
            }
            else
            {
                result.AddError($"'{token.Value}' is no division code: six digits are expected (GB/T 2260).");
            }
        }

        return codes;
    }
}

using System.CommandLine;
using System.Globalization;
using ModelSdk.Cli.Lineages;
using ModelSdk.Cli.Output;
using ModelSdk.Cli.Processes;
using ModelSdk.Engine.Logging;
using ModelSdk.Store;
using ModelSdk.Store.Verification;

namespace ModelSdk.Cli.Commands;

/// <summary><c>verify</c>: proves that a store is whole.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        LineageOptions lineage = new();
        Option<string> format = CommonOptions.Format();
        Command command = new("verify", "Hashes every file of the store again, and looks for what is missing or foreign.") { format };
        lineage.AddToWhole(command);
        command.SetAction(result => UserCommand.Run(result, terminal => Run(LineageFinder.FindStore(lineage.Of(result)), result.GetValue(format)!, terminal)));
        return command;
    }

    private static bool Run(ModelStore store, string format, TerminalOutput terminal)
    {
        StoreReport report = StoreVerifier.Verify(store);
        foreach (StoreFinding finding in report.Findings)
        {
            terminal.Diagnostic(finding.Diagnostic, finding.Message, new SourceLocation(finding.File));
        }

        if (format == "json")
        {
            terminal.Write(StoreReportJson.Write(store, report));
        }
        else
        {
            terminal.Message(Summary(store, report));
        }

        return report.IsClean;
    }

    private static string Summary(ModelStore store, StoreReport report)
    {
        string held = string.Create(
            CultureInfo.InvariantCulture,
            $"{store.Root} holds {Count(report.Models, "model")}: {Count(report.Versions, "version")}, {Count(report.Events, "event")}, {Count(report.Retirements, "retirement")}, {Count(report.Objects, "object")} ({Size(report.BytesHashed)} hashed).");
        string unneeded = report.UnreferencedObjects == 0 ? "" : $" No record names {Count(report.UnreferencedObjects, "object")}.";
        string outcome = report.IsClean ? " It is whole." : " It is damaged.";
        return held + unneeded + outcome;
    }

    private static string Size(long bytes) => bytes < 1e6
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");

    private static string Count(int number, string thing) => string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");
}

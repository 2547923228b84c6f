using ModelSdk.Cli.Output;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Cli.Lineages;

/// <summary>What a command needs that changes what a store says, and how it shows what was recorded.</summary>
internal sealed class ChangeSession
{
    private readonly string format;
    private readonly TerminalOutput terminal;

    public ChangeSession(string station, LineageRequest request, string format, TerminalOutput terminal)
    {
        this.format = format;
        this.terminal = terminal;
        this.Location = LineageFinder.FindForChange(request);
        DiagnosticPolicy policy = this.Location.Project is { } project ? new DiagnosticPolicy(project) : DiagnosticPolicy.None;
        this.Log = new StationLog(station, policy, terminal.MessagesBeside(format));
        string author = Author.Of(Path.GetDirectoryName(this.Location.Store.Root) ?? this.Location.Store.Root);
        this.Change = new LineageChange(this.Location.Store, this.Location.Model, author, TimeProvider.System, this.Log);
    }

    public LineageLocation Location { get; }

    public StationLog Log { get; }

    public LineageChange Change { get; }

    /// <summary>Shows the event that is in force in an environment.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="recorded">The id of the event that was recorded now; null where nothing was.</param>
    /// <returns>Whether no error was reported.</returns>
    public bool Show(string environment, string? recorded)
    {
        if (this.format == "json")
        {
            LineageEnvironment now = this.Location.Store.Lineage(this.Location.Model).Environment(environment);
            (string id, EnvironmentEvent happened) = recorded is null ? now.Heads[0] : now.Events.First(entry => entry.Key == recorded);
            this.terminal.Write(ChangeJson.Event(id, happened, recorded is not null));
        }

        return !this.Log.Failed;
    }

    /// <summary>Shows a retirement.</summary>
    /// <param name="version">The version, by any of its names.</param>
    /// <param name="recorded">The id of the retirement that was recorded now; null where nothing was.</param>
    /// <returns>Whether no error was reported.</returns>
    public bool ShowRetirement(string version, string? recorded)
    {
        if (this.format == "json")
        {
            Lineage lineage = this.Location.Store.Lineage(this.Location.Model);
            (string id, Retirement retirement) = lineage.Retirements
                .First(entry => recorded is null ? entry.Value.VersionId == lineage.Resolve(version).Id : entry.Key == recorded);
            this.terminal.Write(ChangeJson.Retirement(id, retirement, recorded is not null));
        }

        return !this.Log.Failed;
    }
}

using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Runs stations in order, each only when its inputs or outputs changed, and stops at the first that fails.</summary>
public static class StationRunner
{
    private static readonly IStation[] Stations = [new TrainStation(), new EvaluateStation(), new GateStation(), new VersionStation()];

    /// <summary>The names of all stations in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Stations.Select(station => station.Name)];

    /// <summary>Runs stations.</summary>
    /// <param name="names">Which, in any order; a station needs those before it to be current, so they are run too.</param>
    /// <param name="options">The project.</param>
    /// <param name="output">Where the words go.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether all succeeded.</returns>
    public static bool Run(IReadOnlyCollection<string> names, ProjectOptions options, IEngineOutput output, CancellationToken cancellation)
    {
        DiagnosticPolicy policy = new(options);
        StationLog log = new("model", policy, output);
        try
        {
            if (ModelSettingsReader.Read(options, log) is not { } settings)
            {
                return false;
            }

            BuildFolder folder = new(options.OutputDirectory, settings.Name);
            using FileLock held = FileLock.Take(folder.Lock, () => log.Message("Waiting for another build of this project to finish."), cancellation);
            AtomicFile.RemoveTemporaries(folder.Directory);
            BuildSession session = new(options, settings, folder, cancellation);
            int last = Array.FindLastIndex(Stations, station => names.Contains(station.Name));
            return Stations.Take(last + 1).All(station => Run(station, session, new StationLog(station.Name, policy, output)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Report(ProjectDiagnostics.CannotWriteOutput, $"Cannot write to {options.Display(options.OutputDirectory)}: {exception.Message}", new SourceLocation(options.ProjectFile));
            return false;
        }
    }

    private static bool Run(IStation station, BuildSession session, StationLog log)
    {
        string stampFile = session.Folder.Stamp(station.Name);
        try
        {
            StationStamp? stamp = StationStamp.Read(stampFile);
            string key = station.Key(session, log);
            if (!log.Failed && stamp is not null && stamp.IsCurrent(key, session.Folder.Directory) && !station.AlwaysRuns(session))
            {
                Repeat(station, session, stamp, log);
            }
            else if (!log.Failed)
            {
                WarnOfChangedOutput(session, stamp, key, log);
                File.Delete(stampFile);
                station.Run(session, log);
                stamp = log.Failed ? null : StationStamp.Of(key, station.Outputs(session), log.Warnings);
            }

            if (!log.Failed)
            {
                stamp!.Write(stampFile);
            }
        }
        catch (ModelBuildException exception)
        {
            log.Report(exception.Diagnostic, exception.Message, exception.Location);
        }

        // A stamp that is not renewed is older than the input that was refused, so the next build looks again; what was trained is not lost.
        return !log.Failed;
    }

    private static void Repeat(IStation station, BuildSession session, StationStamp stamp, StationLog log)
    {
        log.Message(station.UpToDate(session));
        foreach (ReportedDiagnostic warning in stamp.Warnings)
        {
            log.Report(warning);
        }
    }

    private static void WarnOfChangedOutput(BuildSession session, StationStamp? stamp, string key, StationLog log)
    {
        if (stamp?.Key == key && stamp.ChangedOutput(session.Folder.Directory) is { } file)
        {
            string path = session.Options.Display(Path.Combine(session.Folder.Directory, file));
            string what = File.Exists(Path.Combine(session.Folder.Directory, file)) ? "was altered" : "is gone";
            log.Message($"{path} {what} since the last build and is made anew.");
        }
    }
}

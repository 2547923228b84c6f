using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Store;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Runs stations in order, each only when its inputs or outputs changed, and stops at the first that fails.</summary>
public static class StationRunner
{
    /// <summary>The names of all stations in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. CreateStations().Select(station => station.Name)];

    /// <summary>Runs stations.</summary>
    /// <param name="names">Which, in any order; a station needs those before it to be current, so they are run too.</param>
    /// <param name="options">The project.</param>
    /// <param name="output">Where the words go.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether all succeeded.</returns>
    public static bool Run(IReadOnlyCollection<string> names, ProjectOptions options, IEngineOutput output, CancellationToken cancellation) =>
        Run(names, options, output, null, false, cancellation);

    /// <summary>Runs stations, and when all succeeded what is to be done with what they made, before another process can change it.</summary>
    internal static bool Run(
        IReadOnlyCollection<string> names, ProjectOptions options, IEngineOutput output, Action<BuildSession, StationLog>? then, bool followsBuild, CancellationToken cancellation)
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
            using BuildSession session = new(options, settings, folder, cancellation) { SaysWhatIsUpToDate = then is null, RepeatsWarnings = !followsBuild };
            if (!Guard(session, log, () => ReportDamage(session, log)))
            {
                return false;
            }

            IStation[] stations = CreateStations();
            int last = Array.FindLastIndex(stations, station => names.Contains(station.Name));
            return stations.Take(last + 1).All(station => Run(station, session, new StationLog(station.Name, policy, output)))
                && Guard(session, log, () => then?.Invoke(session, log));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Report(ProjectDiagnostics.CannotWriteOutput, $"Cannot write to {options.Display(options.OutputDirectory)}: {exception.Message}", new SourceLocation(options.ProjectFile));
            return false;
        }
    }

    /// <summary>Without a record nobody knows what it follows, so the next number would be wrong; a pinned version needs no other one.</summary>
    private static void ReportDamage(BuildSession session, StationLog log)
    {
        bool pinned = session.Settings.PinnedVersion.Length > 0;
        foreach (StoreException problem in session.Lineage.Lineage.Problems)
        {
            ModelDiagnostic diagnostic = pinned ? problem.Diagnostic with { Severity = DiagnosticSeverity.Warning } : problem.Diagnostic;
            log.Report(diagnostic, $"The lineage of {session.Settings.Name} is not whole. {problem.Message}", new SourceLocation(problem.File));
        }
    }

    private static IStation[] CreateStations() => [new TrainStation(), new EvaluateStation(), new GateStation(), new VersionStation()];

    private static bool Run(IStation station, BuildSession session, StationLog log)
    {
        // A stamp that is not renewed is older than the input that was refused, so the next build looks again; what was trained is not lost.
        return Guard(session, log, () => RunStale(station, session, log));
    }

    private static void RunStale(IStation station, BuildSession session, StationLog log)
    {
        string stampFile = session.Folder.Stamp(station.Name);
        StationStamp? stamp = StationStamp.Read(stampFile);
        string key = station.Key(session, log);
        if (!log.Failed && stamp is not null && stamp.IsCurrent(key, station.Outputs(session), session.Folder.Directory) && !station.AlwaysRuns(session))
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

    /// <summary>Turns what stops the work into a diagnostic; gives whether there was no error.</summary>
    private static bool Guard(BuildSession session, StationLog log, Action work)
    {
        try
        {
            work();
        }
        catch (ModelBuildException exception)
        {
            log.Report(exception.Diagnostic, exception.Message, exception.Location);
        }
        catch (StoreException exception)
        {
            log.Report(exception.Diagnostic, exception.Message, new SourceLocation(exception.File.Length > 0 ? exception.File : session.Options.ProjectFile));
        }

        return !log.Failed;
    }

    private static void Repeat(IStation station, BuildSession session, StationStamp stamp, StationLog log)
    {
        if (session.SaysWhatIsUpToDate)
        {
            log.Message(station.UpToDate(session));
        }

        foreach (ReportedDiagnostic warning in session.RepeatsWarnings ? stamp.Warnings : [])
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

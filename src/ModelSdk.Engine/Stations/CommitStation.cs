using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Versions;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>Records what a project builds as a version of its lineage, after bringing the build up to date.</summary>
public static class CommitStation
{
    private const int MostAttempts = 20;

    /// <summary>Commits.</summary>
    /// <param name="options">The project.</param>
    /// <param name="request">Reason and parents.</param>
    /// <param name="output">Where the words go.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The version; null where an error was reported, in which case nothing was recorded.</returns>
    public static CommitResult? Run(ProjectOptions options, CommitRequest request, IEngineOutput output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(request);
        StationLog log = new("commit", new DiagnosticPolicy(options), output);
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            string where = request.ReasonFile.Length > 0 ? "The reason file is empty." : "Give it with -m \"…\", or in the file that ModelReasonFile names.";
            log.Report(LineageDiagnostics.EmptyReason, $"A version is recorded with the reason why it was made. {where}", new SourceLocation(request.ReasonFile));
            return null;
        }

        ProjectOptions project = request.Parents.Count == 0 ? options : options.With([new(BuildSession.ParentsProperty, string.Join(';', request.Parents))]);
        CommitResult? result = null;
        for (int attempt = 0; result is null && attempt < MostAttempts; attempt++)
        {
            bool succeeded = StationRunner.Run(StationRunner.Names, project, output, (session, station) => result = Commit(session, request, station), request.FollowsBuild, cancellation);
            if (!succeeded)
            {
                log.Message("Nothing was committed.");
                return null;
            }
        }

        if (result is null)
        {
            log.Report(LineageDiagnostics.LineageChanged, "Other processes committed to this lineage again and again while this one looked at it, so nothing was recorded. Commit again.", new SourceLocation(options.ProjectFile));
        }

        return result;
    }

    /// <summary>Gives null where another process changed the lineage since the stations looked at it, so that they have to look again.</summary>
    private static CommitResult? Commit(BuildSession session, CommitRequest request, StationLog log)
    {
        using StoreWriter writer = session.Lineage.Store.OpenForWriting(() => log.Message("Waiting for another process that writes to the store."), session.Cancellation);
        ProjectLineage current = session.Lineage.Lineage.IsCurrent() ? session.Lineage : ProjectLineage.Open(session.Options);
        if (current.Committed(session.Trained.ModelDigest, session.Contract) is { } committed)
        {
            string branches = current.Lineage.Leaves.Count > 1 ? $" The lineage has {current.Lineage.Leaves.Count} leaves; `dotnet model retire` ends a branch that is not to go on." : "";
            log.Message($"This model is version {committed.Name} already, committed by {StoreNames.Plain(committed.Author)}: there is nothing to commit.{branches}");
            return new CommitResult(committed, current.Lineage.Read(committed), false);
        }

        // Damage that came about since is reported by the stations when they look again.
        if (current.Lineage.Problems.Count > 0 || !session.HasParents(current))
        {
            return null;
        }

        CommitChecks checks = new(session, request.Clock, log);
        checks.WarnOfSize();
        checks.RefuseOtherProject();
        checks.RefuseFailedGates();
        return log.Failed ? null : CommittedVersion.Write(session, request, checks.Now, writer, log);
    }
}

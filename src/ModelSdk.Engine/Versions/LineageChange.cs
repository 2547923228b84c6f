using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Logging;
using ModelSdk.Store;

namespace ModelSdk.Engine.Versions;

/// <summary>Promotes, rolls back and retires versions. Each is one small file, written while no other process writes.</summary>
/// <param name="store">The store.</param>
/// <param name="model">The model's name.</param>
/// <param name="author">Who does it.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Gets what happened, and warnings.</param>
public sealed class LineageChange(ModelStore store, string model, string author, TimeProvider clock, IEngineLog log)
{
    /// <summary>Puts a version in place in an environment. Where branches disagree about it, this decides.</summary>
    /// <param name="version">The version, by any of its names.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="reason">Why; may be empty.</param>
    /// <param name="check">Refuses a version that may not be promoted, with an exception.</param>
    /// <returns>The event's id; null where the version is in place already.</returns>
    /// <exception cref="StoreException">A name is refused or unknown, or the store cannot be written.</exception>
    public string? Promote(string version, string environment, string reason, Action<ProjectLineage, VersionEntry> check)
    {
        StoreNames.RequireEnvironment(environment);
        using StoreWriter writer = this.OpenForWriting();
        ProjectLineage lineage = ProjectLineage.Open(store, model);
        VersionEntry entry = lineage.Lineage.Resolve(version);
        LineageEnvironment current = lineage.Lineage.Environment(environment);
        if (current.VersionId == entry.Id && current.Heads.Count == 1)
        {
            log.Message($"{environment} has version {entry.Name} already.");
            return null;
        }

        // The files of a version that is to run somewhere have to be there and whole.
        lineage.ReadModel(entry);
        check(lineage, entry);
        string id = writer.AddEvent(this.Event(EnvironmentEventKind.Promotion, current, entry, reason));
        if (current.Heads.Count == 0 && lineage.Lineage.Environments.Count > 0)
        {
            log.Message($"{environment} is a new environment beside {string.Join(", ", lineage.Lineage.Environments.Select(other => other.Name))}.");
        }

        log.Message($"{environment} has version {entry.Name} now{Before(lineage, current)}.");
        return id;
    }

    /// <summary>Puts an earlier version back.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="reason">Why; must not be empty.</param>
    /// <param name="to">The version, by any of its names; null for the one that was in place before the current one.</param>
    /// <returns>The event's id.</returns>
    /// <exception cref="StoreException">There is nothing to go back to, a name is unknown, branches disagree, or the store cannot be written.</exception>
    public string Rollback(string environment, string reason, string? to)
    {
        RequireReason(reason, "A rollback");
        StoreNames.RequireEnvironment(environment);
        using StoreWriter writer = this.OpenForWriting();
        ProjectLineage lineage = ProjectLineage.Open(store, model);
        LineageEnvironment current = lineage.Lineage.Environment(environment);
        string now = current.RequireVersionId();
        VersionEntry target = to is null ? Earlier(lineage, current) : lineage.Lineage.Resolve(to);
        if (target.Id == now)
        {
            throw new StoreException(StoreDiagnostics.EnvironmentEmpty, $"{environment} has version {target.Name} already; name another one to go back to.");
        }

        lineage.ReadModel(target);
        string id = writer.AddEvent(this.Event(EnvironmentEventKind.Rollback, current, target, reason));
        log.Message($"{environment} is back at version {target.Name}{Before(lineage, current)}. Builds that pin {environment} take it from now on.");
        if (lineage.Lineage.Find(now) is { } before && before.ContractDigest != target.ContractDigest)
        {
            log.Message($"Its contract is another one than that of {before.Number}, so such builds need its source. {VersionSource.HowToBuild(lineage, target)}");
        }

        return id;
    }

    /// <summary>Ends a branch: nothing follows the version by itself any more. The version stays, and can be built and promoted.</summary>
    /// <param name="version">A leaf, by any of its names.</param>
    /// <param name="reason">Why; must not be empty.</param>
    /// <returns>The retirement's id; null where the version is retired already.</returns>
    /// <exception cref="StoreException">The name is unknown, the version is no leaf, or the store cannot be written.</exception>
    public string? Retire(string version, string reason)
    {
        RequireReason(reason, "A retirement");
        using StoreWriter writer = this.OpenForWriting();
        Lineage lineage = store.Lineage(model);
        VersionEntry entry = lineage.Resolve(version);
        if (lineage.Retirements.Any(retirement => retirement.Value.VersionId == entry.Id))
        {
            log.Message($"Version {entry.Name} is retired already.");
            return null;
        }

        if (lineage.Versions.FirstOrDefault(child => child.Parents.Contains(entry.Id)) is { } child)
        {
            throw new StoreException(
                StoreDiagnostics.UnknownVersion, $"Version {entry.Name} is not the end of a branch: {child.Name} follows it. The ends are {string.Join(", ", lineage.Leaves.Select(leaf => leaf.Name))}.");
        }

        string id = writer.AddRetirement(new Retirement(model, entry.Id, entry.Number.ToString()) { Reason = reason.Trim(), Author = author, Time = clock.GetUtcNow() });
        log.Message($"Version {entry.Name} is retired: the next commit does not follow it by itself.");
        if (lineage.Leaves.Count == 1)
        {
            log.Message("That was the last branch: the next commit follows nothing, unless --parent names a version.");
        }

        return id;
    }

    private static void RequireReason(string reason, string what)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new StoreException(LineageDiagnostics.EmptyReason, $"{what} is recorded with its reason: give it with --reason \"…\".");
        }
    }

    private static VersionEntry Earlier(ProjectLineage lineage, LineageEnvironment environment)
    {
        IReadOnlyList<string> standing = environment.Standing();
        string id = standing.Count > 1 ? standing[^2] : throw new StoreException(
            StoreDiagnostics.EnvironmentEmpty, $"Nothing was in place in {environment.Name} before {environment.Heads[0].Value.Version}. Name a version to go back to with --to.");
        return lineage.Lineage.Find(id) ?? throw new StoreException(
            StoreDiagnostics.MissingRecord, $"The version {VersionId.Abbreviate(id)} that was in place in {environment.Name} before is not in the store. Get its record from a clone that has it, or name another version with --to.");
    }

    private static string Before(ProjectLineage lineage, LineageEnvironment environment)
    {
        string[] before = [.. environment.Heads.Select(head => lineage.Lineage.Find(head.Value.VersionId)?.Name ?? head.Value.Version).Distinct()];
        return before.Length == 0 ? "" : $", after {string.Join(" and ", before)}";
    }

    private StoreWriter OpenForWriting() =>
        store.OpenForWriting(() => log.Message("Waiting for another process that writes to the store."), CancellationToken.None);

    private EnvironmentEvent Event(EnvironmentEventKind kind, LineageEnvironment current, VersionEntry version, string reason)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (current.Heads.Count > 0 && current.Heads.Max(head => head.Value.Time) is { } latest && latest > now)
        {
            log.Report(
                StoreDiagnostics.ClockBehind,
                $"The clock says {RecordTime.Write(now)}, but the event before this one happened at {RecordTime.Write(latest)}. The journal keeps the true order all the same.",
                SourceLocation.None);
        }

        return new EnvironmentEvent(model, current.Name, kind, version.Id, version.Number.ToString())
        {
            Previous = [.. current.Heads.Select(head => head.Key).Order(StringComparer.Ordinal)],
            Reason = reason.Trim(),
            Author = author,
            Time = now,
        };
    }
}

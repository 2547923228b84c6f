using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Store;

/// <summary>What was meant to run in one environment, event by event. The order follows from each event's predecessors, not from clocks.</summary>
public sealed class LineageEnvironment
{
    internal LineageEnvironment(string name, IReadOnlyList<KeyValuePair<string, EnvironmentEvent>> events)
    {
        this.Name = name;
        this.Events = Ordered(events);
        HashSet<string> followed = new(events.SelectMany(entry => entry.Value.Previous), StringComparer.Ordinal);
        this.Heads = [.. this.Events.Where(entry => !followed.Contains(entry.Key))];
    }

    /// <summary>The environment's name.</summary>
    public string Name { get; }

    /// <summary>The events with their ids, each after those that it follows.</summary>
    public IReadOnlyList<KeyValuePair<string, EnvironmentEvent>> Events { get; }

    /// <summary>The events that no other follows: one, or several after branches were merged.</summary>
    public IReadOnlyList<KeyValuePair<string, EnvironmentEvent>> Heads { get; }

    /// <summary>Whether merged branches mean different versions to run here.</summary>
    public bool IsInConflict => this.Heads.Select(head => head.Value.VersionId).Distinct().Count() > 1;

    /// <summary>The id of the version that is to run here; null where nothing was promoted, or branches disagree.</summary>
    public string? VersionId => this.Heads.Count > 0 && !this.IsInConflict ? this.Heads[0].Value.VersionId : null;

    /// <summary>The version that is to run here.</summary>
    /// <exception cref="StoreException">Nothing was promoted yet, or branches disagree.</exception>
    public string RequireVersionId()
    {
        if (this.IsInConflict)
        {
            IEnumerable<string> heads = this.Heads.Select(head => $"{head.Value.Version} ({Store.VersionId.Abbreviate(head.Value.VersionId)}, by {StoreNames.Plain(head.Value.Author)})");
            throw new StoreException(
                StoreDiagnostics.EnvironmentConflict,
                $"Branches that were merged promoted different versions to {this.Name}: {string.Join(" and ", heads)}. `dotnet model promote <version> {this.Name}` decides.");
        }

        return this.VersionId ?? throw new StoreException(
            StoreDiagnostics.EnvironmentEmpty, $"Nothing was promoted to {this.Name} yet: `dotnet model promote <version> {this.Name}`.");
    }

    /// <summary>The versions that were in place one after another and have not been rolled back, the current one last: a promotion adds one, a rollback removes those after its own.</summary>
    /// <returns>Ids of versions; none where nothing was promoted.</returns>
    public IReadOnlyList<string> Standing()
    {
        List<string> standing = [];
        foreach ((_, EnvironmentEvent happened) in this.Events)
        {
            int earlier = happened.Kind == EnvironmentEventKind.Rollback ? standing.LastIndexOf(happened.VersionId) : -1;
            if (earlier >= 0)
            {
                standing.RemoveRange(earlier + 1, standing.Count - earlier - 1);
            }
            else if (standing.LastOrDefault() != happened.VersionId)
            {
                standing.Add(happened.VersionId);
            }
        }

        return standing;
    }

    internal static IReadOnlyList<LineageEnvironment> ReadAll(StoreFolder folder, string model)
    {
        string directory = StorePlaces.Environments(folder, model);
        return
        [
            .. folder.Folders(directory)
                .Where(StoreNames.IsEnvironment)
                .Select(name => new LineageEnvironment(
                    name, RecordFolder.Read(folder, Path.Combine(directory, name), text => StoredRecord.Event(text, model, name)))),
        ];
    }

    private static IReadOnlyList<KeyValuePair<string, EnvironmentEvent>> Ordered(IReadOnlyList<KeyValuePair<string, EnvironmentEvent>> events) =>
        LineageOrder.ParentsFirst(events, entry => entry.Key, entry => entry.Value.Previous, entry => entry.Value.Time);
}

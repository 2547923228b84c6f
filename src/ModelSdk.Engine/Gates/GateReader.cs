using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Gates;

/// <summary>Checks the <c>&lt;MetricGate&gt;</c> items of a project. Every problem of every item is reported, at the item's own place.</summary>
public static class GateReader
{
    /// <summary>The item type.</summary>
    public const string ItemType = "MetricGate";

    /// <summary>Reads the gates.</summary>
    /// <param name="items">Items of the project; those of other types are passed over.</param>
    /// <param name="task">The model's task, which decides which metrics there are.</param>
    /// <param name="log">Gets every problem.</param>
    /// <returns>The gates in the order of the items, none where the project has none; null where an error was reported.</returns>
    public static IReadOnlyList<GateSpecification>? Read(IEnumerable<ProjectItem> items, ModelTask task, IEngineLog log)
    {
        GateItemReader[] readers = [.. items.Where(item => item.Type == ItemType).Select(item => new GateItemReader(item, task, log))];
        GateSpecification?[] gates = [.. readers.Select(reader => reader.Read())];
        return gates.Contains(null) ? null : [.. gates.OfType<GateSpecification>()];
    }
}

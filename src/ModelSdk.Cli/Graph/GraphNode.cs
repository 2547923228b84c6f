namespace ModelSdk.Cli.Graph;

/// <summary>Something that follows others.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parents">The ids of what it follows, the main one first.</param>
internal readonly record struct GraphNode(string Id, IReadOnlyList<string> Parents);

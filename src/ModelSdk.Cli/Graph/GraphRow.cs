namespace ModelSdk.Cli.Graph;

/// <summary>What stands in front of a node's text, and the lines below it that lead to what it follows.</summary>
/// <param name="Prefix">The line of the node itself, with its <c>*</c>.</param>
/// <param name="Below">Lines without text; none where every line goes straight on.</param>
internal sealed record GraphRow(string Prefix, IReadOnlyList<string> Below);

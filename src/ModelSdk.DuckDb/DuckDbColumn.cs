namespace ModelSdk.DuckDb;

/// <summary>A column of a file or query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">DuckDB's type, as <c>DESCRIBE</c> writes it.</param>
internal sealed record DuckDbColumn(string Name, string Type);

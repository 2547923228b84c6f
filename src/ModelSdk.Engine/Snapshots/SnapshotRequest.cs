using ModelSdk.Engine.Data;

namespace ModelSdk.Engine.Snapshots;

/// <summary>What is to be read from a database, and where it goes.</summary>
/// <param name="Provider">The ADO.NET provider: the name of its assembly and package, for example <c>Npgsql</c>.</param>
/// <param name="ConnectionVariable">The environment variable that holds the connection string.</param>
/// <param name="QueryFile">The file with the SQL query.</param>
/// <param name="Output">The file to write: <c>.csv</c>, or the ending of one of <see cref="Writers"/>.</param>
public sealed record SnapshotRequest(string Provider, string ConnectionVariable, string QueryFile, string Output)
{
    /// <summary>The provider's assembly, or a folder that holds it and what it needs; null to look among restored packages.</summary>
    public string? ProviderPath { get; init; }

    /// <summary>The folders of restored packages.</summary>
    public IReadOnlyList<string> PackageFolders { get; init; } = [];

    /// <summary>Finds what writes other formats than CSV; asked only for such an output (none).</summary>
    public Func<IReadOnlyList<ITableWriter>> Writers { get; init; } = () => [];

    /// <summary>Tells the time for the record.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of <c>dotnet model snapshot</c>, MODEL104x.</summary>
public static class SnapshotDiagnostics
{
    /// <summary>The environment variable that should hold the connection string is not set.</summary>
    public static readonly ModelDiagnostic VariableMissing = new("MODEL1040", Error, "The connection string is missing");

    /// <summary>The ADO.NET provider cannot be found or loaded.</summary>
    public static readonly ModelDiagnostic ProviderNotFound = new("MODEL1041", Error, "The database provider was not found");

    /// <summary>The database does not answer, or refuses the connection.</summary>
    public static readonly ModelDiagnostic NotConnected = new("MODEL1042", Error, "The database cannot be reached");

    /// <summary>The database refuses the query, or breaks off while it runs.</summary>
    public static readonly ModelDiagnostic QueryRefused = new("MODEL1043", Error, "The database refused the query");

    /// <summary>The query gave no row.</summary>
    public static readonly ModelDiagnostic NoRows = new("MODEL1044", Error, "The snapshot would be empty");

    /// <summary>The query's result has a column that a snapshot cannot hold.</summary>
    public static readonly ModelDiagnostic UnusableColumn = new("MODEL1045", Error, "A column cannot be written to a snapshot");

    /// <summary>The rows cannot be written in the format of the snapshot.</summary>
    public static readonly ModelDiagnostic NotWritten = new("MODEL1046", Error, "A snapshot cannot be written as Parquet");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } = [VariableMissing, ProviderNotFound, NotConnected, QueryRefused, NoRows, UnusableColumn, NotWritten];
}

using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of Parquet, JSON and queries, MODEL103x.</summary>
public static class QueryDiagnostics
{
    /// <summary>A Parquet or JSON file is cut off, altered, or of another format.</summary>
    public static readonly ModelDiagnostic MalformedFile = new("MODEL1030", Error, "A data file is malformed");

    /// <summary>A column holds lists, structures, bytes or another type that is no single value.</summary>
    public static readonly ModelDiagnostic UnsupportedType = new("MODEL1031", Error, "A column's type cannot be used");

    /// <summary>A query is no SQL, names what does not exist, or is no single SELECT statement.</summary>
    public static readonly ModelDiagnostic InvalidQuery = new("MODEL1032", Error, "The query is invalid");

    /// <summary>A query can give other rows each time.</summary>
    public static readonly ModelDiagnostic UnrepeatableQuery = new("MODEL1033", Error, "The query is not repeatable");

    /// <summary>A query reads something other than the project's data files.</summary>
    public static readonly ModelDiagnostic AccessDenied = new("MODEL1034", Error, "The query reads outside of the project's data");

    /// <summary>A table of a query has no usable name, or the files of a table differ.</summary>
    public static readonly ModelDiagnostic InvalidTable = new("MODEL1035", Error, "A table of the query is invalid");

    /// <summary>A valid query fails while it runs: a value that cannot be converted, too little memory.</summary>
    public static readonly ModelDiagnostic QueryFailed = new("MODEL1036", Error, "The query failed");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } =
        [MalformedFile, UnsupportedType, InvalidQuery, UnrepeatableQuery, AccessDenied, InvalidTable, QueryFailed];
}

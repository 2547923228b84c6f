namespace ModelSdk.Engine.Data.Sources;

/// <summary>Which files an optional package reads; all others are CSV.</summary>
internal static class OptionalFormats
{
    /// <summary>The package that reads Parquet, JSON and queries.</summary>
    public const string DuckDb = "ModelSdk.DuckDb";

    private static readonly string[] Extensions = [".parquet", ".json", ".jsonl", ".ndjson", ".sql"];

    /// <summary>Whether a file is no CSV.</summary>
    public static bool Includes(DataFile file) => file.Tables.Count > 0 || Extensions.Contains(file.Extension);
}

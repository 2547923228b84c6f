using System.Data.Common;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Snapshots;

/// <summary>The columns of a query's result.</summary>
internal static class SnapshotColumns
{
    /// <summary>Name and database type of each column.</summary>
    /// <exception cref="ModelBuildException">A column has no name, the name of another, or a type that is no single value.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(DbDataReader reader, string queryFile)
    {
        if (reader.FieldCount == 0)
        {
            throw new ModelBuildException(SnapshotDiagnostics.QueryRefused, "The query returns no rows at all; it must be a SELECT.", new SourceLocation(queryFile));
        }

        int[] indexes = [.. Enumerable.Range(0, reader.FieldCount)];
        string[] names = [.. indexes.Select(reader.GetName)];
        string[] problems =
        [
            .. indexes.Where(index => !SnapshotValue.CanWrite(reader.GetFieldType(index))).Select(index => $"{Quote.Value(names[index])} has the type {reader.GetDataTypeName(index)}, which is no number, text, boolean or time; convert it in the query"),
            .. names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"{Quote.Value(group.Key)} comes twice; give one of them another name with AS"),
            .. names.Where(name => name is "" or "?column?").Select(_ => "a column has no name; give it one with AS"),
        ];
        return problems.Length == 0
            ? [.. indexes.Select(index => new KeyValuePair<string, string>(names[index], reader.GetDataTypeName(index)))]
            : throw new ModelBuildException(SnapshotDiagnostics.UnusableColumn, $"The result cannot be written: {string.Join("; ", problems)}.", new SourceLocation(queryFile));
    }
}

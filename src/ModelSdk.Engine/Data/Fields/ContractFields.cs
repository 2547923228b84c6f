using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Finds a contract's columns in a file's header.</summary>
internal static class ContractFields
{
    /// <summary>The position of each of the contract's columns; columns that the contract does not know are named in a message.</summary>
    /// <exception cref="ModelBuildException">A column is missing.</exception>
    public static Func<string, int> Match(ModelContract contract, DataFile file, IReadOnlyList<string> header, IEngineLog log)
    {
        Dictionary<string, int> fields = header.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        string[] missing = [.. contract.Columns.Select(column => column.Name).Where(name => !fields.ContainsKey(name))];
        if (missing.Length > 0)
        {
            string text = $"The file lacks {(missing.Length == 1 ? "a column" : "columns")} of the contract: {List(missing)}. It has {List(header)}. "
                + "If the data has changed for good, run \"dotnet model contract update\".";
            throw new ModelBuildException(DataDiagnostics.MissingColumn, text, new SourceLocation(file.Path, 1, 1));
        }

        string[] extra = [.. header.Where(name => contract.Find(name) is null)];
        if (extra.Length > 0)
        {
            log.Message($"{file.DisplayPath} has columns that the contract does not know and that are not used: {List(extra)}. \"dotnet model contract update\" adds them.");
        }

        return name => fields[name];
    }

    private static string List(IEnumerable<string> names) => Quote.List([.. names.Select(Quote.Value)]);
}

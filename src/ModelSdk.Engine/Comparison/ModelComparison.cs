using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Engine.Comparison;

/// <summary>Compares what model files hold: contracts and coefficients.</summary>
internal static class ModelComparison
{
    private const string Intercept = "(intercept)";

    /// <summary>What callers notice; null where it cannot be found out.</summary>
    public static IReadOnlyList<ContractChange>? Contract(ComparedVersion before, ComparedVersion after, List<string> notes)
    {
        string digest = after.Record.ContractDigest;
        bool same = (digest.Length > 0 && digest == before.Record.ContractDigest) || before.Record.ModelDigest == after.Record.ModelDigest;
        IReadOnlyList<ContractChange> names = CallerNames.Compare(before.Record.Properties, after.Record.Properties);
        IReadOnlyList<ContractChange>? changes = same ? [] : Compared("contract", before, after, notes, ReadContract, ContractComparison.Compare);
        return changes is null ? null : [.. changes, .. names];
    }

    /// <summary>The coefficients that differ; null where they cannot be compared.</summary>
    public static IReadOnlyList<CoefficientDifference>? Coefficients(ComparedVersion before, ComparedVersion after, List<string> notes) =>
        Compared("coefficients", before, after, notes, Coefficients, Changed);

    private static IReadOnlyList<TDifference>? Compared<TPart, TDifference>(
        string what, ComparedVersion before, ComparedVersion after, List<string> notes,
        Func<ModelFile, TPart> read, Func<TPart, TPart, IReadOnlyList<TDifference>> compare)
        where TPart : class
    {
        TPart? earlier = Part(what, before, notes, read);
        TPart? later = Part(what, after, notes, read);
        return earlier is null || later is null ? null : compare(earlier, later);
    }

    private static T? Part<T>(string what, ComparedVersion version, List<string> notes, Func<ModelFile, T> read)
        where T : class
    {
        if (version.Model is null)
        {
            notes.Add($"The model file of {version.Name} is not at hand: its {what} cannot be compared.");
            return null;
        }

        try
        {
            return read(version.Model);
        }
        catch (Exception exception) when (exception is FormatException or ContractException)
        {
            notes.Add($"The model file of {version.Name} gives no {what}: {exception.Message}");
            return null;
        }
    }

    private static ModelContract ReadContract(ModelFile file) => ContractReader.Read(file.Text(ModelKeys.Contract));

    private static Dictionary<(string Output, string Term), Coefficient> Coefficients(ModelFile file)
    {
        Dictionary<(string Output, string Term), Coefficient> coefficients = [];
        foreach (CoefficientTable table in CoefficientTable.From(file))
        {
            foreach (Coefficient row in table.Rows)
            {
                coefficients[(table.Output, row.Term)] = row;
            }

            coefficients[(table.Output, Intercept)] = new Coefficient("", Intercept, table.Intercept, 0);
        }

        return coefficients;
    }

    private static IReadOnlyList<CoefficientDifference> Changed(
        Dictionary<(string Output, string Term), Coefficient> before, Dictionary<(string Output, string Term), Coefficient> after) =>
    [
        .. after.Keys.Union(before.Keys)
            .Select(key => Difference(key, before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .Where(difference => difference.Before != difference.After)
            .OrderByDescending(difference => difference.StandardisedChange),
    ];

    private static CoefficientDifference Difference((string Output, string Term) key, Coefficient? before, Coefficient? after) =>
        new(key.Output, key.Term, before?.Value, after?.Value, Math.Abs((after?.Standardised ?? 0) - (before?.Standardised ?? 0)));
}

using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Inference;

/// <summary>
/// Finds single features that give the label away: on at least 100 rows, R² or balanced accuracy of at least 0.999 from that feature alone.
/// A sum of two features that makes up the label is not found.
/// </summary>
public static class LeakageCheck
{
    private const double Bound = 0.999;
    private const int FewestRows = 100;

    /// <summary>Checks every feature.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="contract">Their contract; a feature with <c>"leakage": "accepted"</c> is passed over, which is said.</param>
    /// <param name="contractFile">The contract's path, for messages.</param>
    /// <param name="log">Gets every finding but the last, which is thrown.</param>
    /// <exception cref="ModelBuildException">A feature gives the label away.</exception>
    public static void Check(DataTable table, ModelContract contract, string contractFile, IEngineLog log)
    {
        DataColumn label = table.Column(contract.Label.Name);
        List<(ContractColumn Feature, string Text)> findings = [];

        // A forecast is judged by later rows than it learned from, so its time gives nothing away.
        ContractColumn[] features = contract.Task == ModelTask.Forecasting ? [] : [.. contract.Features];
        double?[] strengths = [.. features.AsParallel().AsOrdered().WithDegreeOfParallelism(table.IsInFile ? 1 : Environment.ProcessorCount).Select(feature => Strength(table.Column(feature.Name), label, contract.Task))];
        foreach ((ContractColumn feature, double? strength) in features.Zip(strengths))
        {
            if (strength >= Bound && feature.LeakageAccepted)
            {
                log.Message($"The feature {Quote.Value(feature.Name)} gives the label away; the contract accepts that.");
            }
            else if (strength >= Bound)
            {
                findings.Add((feature, Describe(feature, label.Schema, strength.Value, contract.Task)));
            }
        }

        for (int index = 0; index < findings.Count; index++)
        {
            (ContractColumn feature, string text) = findings[index];
            SourceLocation location = new(contractFile, feature.Position.Text.Line, feature.Position.Text.Column);
            if (index == findings.Count - 1)
            {
                throw new ModelBuildException(DataDiagnostics.Leakage, text, location);
            }

            log.Report(DataDiagnostics.Leakage, text, location);
        }
    }

    private static double? Strength(DataColumn feature, DataColumn label, ModelTask task)
    {
        (double[] values, double[] labels) = PresentRows(feature, label);
        bool grouped = feature.Schema.Kind is ColumnKind.Categorical or ColumnKind.Text or ColumnKind.Boolean;
        if (values.Length < FewestRows || (grouped && 2 * SingleFeature.CountGroups(values) > values.Length))
        {
            return null;
        }

        int classes = label.Schema.Classes.Count;
        return (task.PredictsNumber(), grouped) switch
        {
            (true, true) => SingleFeature.GroupR2(values, labels),
            (true, false) => SingleFeature.LinearR2(values, labels),
            (false, true) => SingleFeature.GroupBalancedAccuracy(values, labels, classes),
            (false, false) => SingleFeature.ThresholdBalancedAccuracy(values, labels, classes),
        };
    }

    private static (double[] Values, double[] Labels) PresentRows(DataColumn feature, DataColumn label)
    {
        double[] all = feature.Values;
        double[] labels = label.Values;
        Func<double, int>? indexOf = label.Schema.Classes.Count > 0 ? ClassLabels.IndexOf(label) : null;
        int present = all.Length - MissingValues.Count(all);
        (double[] values, double[] targets) = (new double[present], new double[present]);
        int count = 0;
        for (int row = 0; row < all.Length; row++)
        {
            if (!double.IsNaN(all[row]))
            {
                values[count] = all[row];
                targets[count++] = indexOf?.Invoke(labels[row]) ?? labels[row];
            }
        }

        return (values, targets);
    }

    private static string Describe(ContractColumn feature, ContractColumn label, double strength, ModelTask task)
    {
        string measure = task.PredictsNumber() ? "R²" : "balanced accuracy";
        string value = strength.ToString("0.0000", CultureInfo.InvariantCulture);
        return $"The feature {Quote.Value(feature.Name)} alone predicts {Quote.Value(label.Name)} with {measure} {value}: it probably is the label in another form, or is known only after it. "
            + "Set \"role\": \"ignore\" for it in the contract, or \"leakage\": \"accepted\" if a prediction will really have it.";
    }
}

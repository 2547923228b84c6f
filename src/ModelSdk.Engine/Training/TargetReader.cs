using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Training;

/// <summary>Reads the labels of training rows as the numbers that trainers fit.</summary>
internal static class TargetReader
{
    public static double[] Read(DataTable table, int[] rows, ModelContract contract)
    {
        DataColumn label = table.Column(contract.Label.Name);
        double[] target = contract.Task.PredictsNumber() ? table.Pick(label.Schema.Name, rows) : Classes(table, label, rows);
        int unusable = target.Count(value => !double.IsFinite(value) || (!contract.Task.PredictsNumber() && value < 0));
        if (unusable > 0)
        {
            string valid = contract.Task.PredictsNumber() ? "a finite number" : $"one of {Quote.List(contract.Label.Classes)}";
            throw new ModelBuildException(
                TrainingDiagnostics.UnusableLabel,
                $"The label {Quote.Value(contract.Label.Name)} of {unusable} training rows is not {valid}.",
                SourceLocation.None);
        }

        return contract.Task.HasTwoClasses() ? AsPositive(target, contract.Label) : target;
    }

    private static double[] Classes(DataTable table, DataColumn label, int[] rows)
    {
        ContractColumn schema = label.Schema;
        Func<double, int> indexOf = ClassLabels.IndexOf(label);
        double[] target = Array.ConvertAll(table.Pick(schema.Name, rows), value => (double)indexOf(value));
        for (int index = 0; index < schema.Classes.Count; index++)
        {
            if (!target.Contains(index))
            {
                throw new ModelBuildException(
                    TrainingDiagnostics.ClassWithoutRows,
                    $"The class {Quote.Value(schema.Classes[index])} of the label {Quote.Value(schema.Name)} has no training row; "
                    + "add rows of this class or take it from the contract's \"classes\".",
                    SourceLocation.None);
            }
        }

        return target;
    }

    private static double[] AsPositive(double[] target, ContractColumn label)
    {
        int positive = label.Classes.ToList().IndexOf(label.Positive!);
        return [.. target.Select(index => index == positive ? 1.0 : 0.0)];
    }
}

using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Trees;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Training.Trees;

/// <summary>
/// The trainers' defaults against the best of scikit-learn 1.2.1's hist_gradient_boosting and random_forest_200 and xgboost_hist, on the same folds
/// (TestData/trees/SOURCE.md): no worse than by one standard deviation over the folds.
/// </summary>
public sealed class TreeReferenceTests
{
    // hist_gradient_boosting: 2.7903 ± 0.5388.
    [Theory]
    [InlineData("GradientBoosting")]
    [InlineData("RandomForest")]
    public void Miles_per_gallon_are_predicted_as_well_as_by_the_reference(string trainer)
    {
        TestTable table = Table(ModelTask.Regression, "auto-mpg", "mpg", "name");
        double error = Mean("auto-mpg", table, trainer, (scores, truth) => Math.Sqrt(scores.Zip(truth).Average(pair => (pair.First - pair.Second) * (pair.First - pair.Second))));
        Assert.InRange(error, 2, 2.7903 + 0.5388);
    }

    // random_forest_200: 0.9884 ± 0.0121.
    [Theory]
    [InlineData("GradientBoosting")]
    [InlineData("RandomForest")]
    public void Species_of_penguins_are_told_apart_as_well_as_by_the_reference(string trainer)
    {
        TestTable table = Table(ModelTask.MulticlassClassification, "penguins", "species", "");
        double accuracy = Mean("penguins", table, trainer, (scores, truth) =>
            truth.Select((label, row) => PredictionModel.PredictedClass(scores.AsSpan(row * 3, 3)) == label ? 1.0 : 0).Average());
        Assert.InRange(accuracy, 0.9884 - 0.0121, 1);
    }

    // hist_gradient_boosting: 0.9930 ± 0.0033.
    [Theory]
    [InlineData("GradientBoosting")]
    [InlineData("RandomForest")]
    public void Malignant_cells_are_ranked_as_well_as_by_the_reference(string trainer)
    {
        TestTable table = Table(ModelTask.BinaryClassification, "breast-cancer-wisconsin", "class", "id");
        Assert.InRange(Mean("breast-cancer-wisconsin", table, trainer, AreaUnderCurve), 0.9930 - 0.0033, 1);
    }

    private static double AreaUnderCurve(double[] scores, double[] truth)
    {
        double[] positive = [.. scores.Where((_, row) => truth[row] == 1)];
        double[] negative = [.. scores.Where((_, row) => truth[row] == 0)];
        return positive.Average(high => negative.Average(low => high > low ? 1 : high == low ? 0.5 : 0));
    }

    private static double Mean(string name, TestTable table, string trainer, Func<double[], double[], double> metric)
    {
        int[] folds = [.. Lines("trees", name + "-folds.csv").Skip(1).Select(line => int.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))];
        ITrainer chosen = trainer == "RandomForest" ? new RandomForest() : new GradientBoosting();
        return folds.Distinct().Average(fold =>
        {
            int[] test = [.. table.AllRows.Where(row => folds[row] == fold)];
            PredictionModel model = PredictionModel.Load(Fits.File(table, chosen, rows: [.. table.AllRows.Where(row => folds[row] != fold)], threads: 2).ToBytes());
            double[] truth = ModelSdk.Engine.Data.ClassLabels.Truth(table.Table, table.Contract, table.AllRows);
            return metric(TableScores.Of(model, table.Table, test), [.. test.Select(row => truth[row])]);
        });
    }

    private static TestTable Table(ModelTask task, string name, string label, string ignored)
    {
        string[][] cells = [.. Lines(name, "data.csv").Select(line => line.Split(','))];
        TestTable table = new(task);
        foreach ((string column, int index) in cells[0].Select((column, index) => (column, index)))
        {
            string[] values = [.. cells.Skip(1).Select(row => row[index])];
            if (column == label)
            {
                table = task == ModelTask.Regression
                    ? table.Number(column, values.Select(Number), ColumnRole.Label)
                    : table.Classes(column, values, [.. values.Distinct().Order(StringComparer.Ordinal)]);
            }
            else if (column != ignored)
            {
                table = values.All(value => value.Length == 0 || !double.IsNaN(Number(value)))
                    ? table.Number(column, values.Select(Number))
                    : table.Category(column, values.Select(value => value.Length == 0 ? null : value));
            }
        }

        return table;
    }

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    private static string[] Lines(string folder, string file) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "TestData", folder, file));
}

using System.Globalization;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Training;

namespace ModelSdk.LightGbm;

/// <summary>What LightGBM is told: <c>name=value</c>, separated by spaces (LightGBM's documentation, "Parameters").</summary>
internal static class ParameterText
{
    private static readonly (string Native, string Hyperparameter)[] Same =
    [
        ("learning_rate", TreeHyperparameters.LearningRate),
        ("num_leaves", TreeHyperparameters.MaxLeaves),
        ("max_depth", TreeHyperparameters.MaxDepth),
        ("min_data_in_leaf", TreeHyperparameters.MinRowsPerLeaf),
        ("min_sum_hessian_in_leaf", TreeHyperparameters.MinChildWeight),
        ("min_gain_to_split", TreeHyperparameters.MinSplitGain),
        ("lambda_l1", TreeHyperparameters.L1),
        ("lambda_l2", TreeHyperparameters.L2),
        ("max_bin", TreeHyperparameters.MaxBins),
        ("bagging_fraction", TreeHyperparameters.RowFraction),
        ("feature_fraction", TreeHyperparameters.ColumnFraction),
        ("cat_smooth", TreeHyperparameters.CategorySmooth),
        ("cat_l2", TreeHyperparameters.CategoryL2),
        ("max_cat_threshold", TreeHyperparameters.MaxCategoryThreshold),
    ];

    /// <summary>The parameters of data set and booster.</summary>
    /// <param name="data">Columns, classes, seed and threads.</param>
    /// <param name="values">The hyperparameters.</param>
    /// <param name="objective">What is minimised.</param>
    public static string Of(TrainingData data, HyperparameterValues values, Objective objective)
    {
        List<string> parameters =
        [
            $"objective={objective.Native}",
            $"metric={objective.Metric}",
            .. Same.Select(pair => $"{pair.Native}={values.Text(pair.Hyperparameter)}"),
            .. Fixed,
            Number("seed", (int)(data.Seed & int.MaxValue)),
            Number("num_threads", Math.Max(1, data.MaximumThreads)),
        ];
        parameters.AddRange(objective.Alpha is { } alpha ? [$"alpha={values.Text(alpha)}"] : []);
        parameters.AddRange(values.Number(TreeHyperparameters.RowFraction) < 1 ? ["bagging_freq=1"] : []);
        parameters.AddRange(data.Task == ModelTask.MulticlassClassification ? [Number("num_class", data.ClassCount)] : []);
        parameters.AddRange(Columns(data));
        return string.Join(' ', parameters);
    }

    // Column by column, one thread sums a histogram in the order of rows. Row by row, each thread sums a part, and in spite of "deterministic" the
    // number of threads shows: on the taxi fares, other trees came out with two threads than with one.
    private static IReadOnlyList<string> Fixed { get; } = ["deterministic=true", "force_col_wise=true", "verbosity=-1"];

    private static IEnumerable<string> Columns(TrainingData data)
    {
        int[] categorical = [.. Enumerable.Range(0, data.Columns.Count).Where(column => data.Columns[column].IsCategorical)];
        return
        [
            .. categorical.Length > 0 ? [$"categorical_feature={string.Join(',', categorical)}"] : (string[])[],
            .. data.Columns.Any(column => column.Monotone != 0) ? [$"monotone_constraints={string.Join(',', data.Columns.Select(column => column.Monotone))}"] : (string[])[],
        ];
    }

    private static string Number(string name, int value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value}");
}

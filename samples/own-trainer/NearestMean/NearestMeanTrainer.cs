using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;

namespace NearestMean;

/// <summary>
/// Gives a row the class whose mean is nearer, each feature measured by its spread within the classes: diagonal linear discriminant analysis
/// (Dudoit, Fridlyand and Speed, Journal of the American Statistical Association 97, 2002). With m₀, m₁ the means and v the pooled variance of a
/// feature, its coefficient is (m₁ − m₀) / (v + shrinkage), and the boundary lies half way between the means.
/// </summary>
public sealed class NearestMeanTrainer : ITrainer
{
    private const string Shrinkage = "Shrinkage";

    /// <inheritdoc/>
    public string Name => "NearestMean";

    /// <inheritdoc/>
    public int Revision => 1;

    /// <inheritdoc/>
    public IReadOnlyList<HyperparameterDefinition> Hyperparameters { get; } =
    [
        new(Shrinkage, HyperparameterKind.Number, "0.1", "What is added to each feature's variance, so that features without spread do not decide alone.") { Minimum = 0.000001 },
    ];

    /// <inheritdoc/>
    public bool Supports(ModelTask task) => task == ModelTask.BinaryClassification;

    /// <inheritdoc/>
    public FeatureForm Form(HyperparameterValues values) => FeatureForm.Indicators;

    /// <inheritdoc/>
    public TrainedModel Train(TrainingData data, HyperparameterValues values, IEngineLog log, CancellationToken cancellation)
    {
        double[][] means = [new double[data.Design.Width], new double[data.Design.Width]];
        double[] weights = new double[2];
        double[] variances = new double[data.Design.Width];
        ForEachRow(data, (row, target, weight) => Add(row, weight, means[target], ref weights[target]), cancellation);
        Divide(means, weights);
        ForEachRow(data, (row, target, weight) => AddSquares(row, weight, means[target], variances), cancellation);
        return Model(means, variances, weights[0] + weights[1], values.Number(Shrinkage));
    }

    // Row after row, on one thread: the same sums on every machine.
    private static void ForEachRow(TrainingData data, Action<double[], int, double> use, CancellationToken cancellation)
    {
        double[] columns = new double[data.Design.Width];
        for (int row = 0; row < data.Design.Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            data.Design.Expand(row, columns);
            use(columns, (int)data.Target[row], data.Weight(row));
        }
    }

    private static void Add(double[] row, double weight, double[] sums, ref double total)
    {
        total += weight;
        for (int column = 0; column < row.Length; column++)
        {
            sums[column] += weight * row[column];
        }
    }

    private static void Divide(double[][] sums, double[] weights)
    {
        for (int target = 0; target < sums.Length; target++)
        {
            for (int column = 0; column < sums[target].Length; column++)
            {
                sums[target][column] /= weights[target];
            }
        }
    }

    private static void AddSquares(double[] row, double weight, double[] means, double[] squares)
    {
        for (int column = 0; column < row.Length; column++)
        {
            double distance = row[column] - means[column];
            squares[column] += weight * distance * distance;
        }
    }

    private static TrainedModel Model(double[][] means, double[] squares, double weight, double shrinkage)
    {
        double[] coefficients = new double[squares.Length];
        double intercept = 0;
        for (int column = 0; column < squares.Length; column++)
        {
            coefficients[column] = (means[1][column] - means[0][column]) / ((squares[column] / weight) + shrinkage);
            intercept -= coefficients[column] * (means[1][column] + means[0][column]) / 2;
        }

        ModelTensor[] tensors = [ModelTensor.Of(ModelKeys.Coefficients, coefficients, 1, coefficients.Length), ModelTensor.Of(ModelKeys.Intercepts, [intercept], 1)];
        return new TrainedModel("linear", "logistic", tensors, []);
    }
}

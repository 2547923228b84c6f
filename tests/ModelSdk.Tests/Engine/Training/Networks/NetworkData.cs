using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training;

namespace ModelSdk.Tests.Engine.Training.Networks;

/// <summary>Small random training rows with two dense columns (1 and 4 of 5) and one group of three indicators.</summary>
internal static class NetworkData
{
    public static TrainingData Of(ModelTask task, int rows, bool weighted = false, int seed = 5)
    {
        Random random = new(seed);
        DesignMatrix design = new(rows, 5, [1, 4], 1);
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            Span<double> dense = design.DenseRow(row);
            (dense[0], dense[1]) = (random.NextDouble() - 0.5, (2 * random.NextDouble()) - 1);
            design.CodeRow(row)[0] = new[] { -1, 0, 2, 3 }[random.Next(4)];
            double signal = dense[0] + (dense[1] * dense[1]) + (0.3 * design.CodeRow(row)[0]) + (0.2 * random.NextDouble());
            target[row] = task switch { ModelTask.Regression => 100 + (20 * signal), ModelTask.BinaryClassification => signal > 0.7 ? 1 : 0, _ => row < 3 ? row : signal > 1 ? 2 : signal > 0.4 ? 1 : 0 };
        }

        DesignColumn[] columns = [.. Enumerable.Range(0, 5).Select(column => new DesignColumn($"c{column}", $"c{column}", 0, 1))];
        return new TrainingData(task, design, columns, target)
        {
            ClassCount = task switch { ModelTask.Regression => 0, ModelTask.BinaryClassification => 2, _ => 3 },
            Weights = weighted ? [.. Enumerable.Range(0, rows).Select(row => (row % 4) * 0.5)] : null,
        };
    }
}

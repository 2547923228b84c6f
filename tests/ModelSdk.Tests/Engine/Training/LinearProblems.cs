using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training;

namespace ModelSdk.Tests.Engine.Training;

/// <summary>Training data for tests of solvers.</summary>
internal static class LinearProblems
{
    public static TrainingData Data(TestTable table, FeatureForm form = FeatureForm.Indicators)
    {
        IReadOnlyList<FeatureEncoding> features = FeatureFitter.Fit(table.Table, table.AllRows, table.Contract, form);
        return TrainingDataBuilder.Build(table.Table, table.AllRows, table.Contract, features);
    }

    /// <summary>The same data, every indicator a dense column.</summary>
    public static TrainingData Expanded(TrainingData data)
    {
        DesignMatrix design = new(data.Design.Rows, data.Design.Width);
        for (int row = 0; row < design.Rows; row++)
        {
            data.Design.Expand(row, design.DenseRow(row));
        }

        return data with { Design = design, ReadOriginals = null };
    }
}

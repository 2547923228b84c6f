using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Linear;

/// <summary>The labels of rows that count: those of weight 0 change nothing.</summary>
internal static class CountedLabels
{
    /// <summary>The labels of rows whose weight is above 0.</summary>
    /// <param name="data">Labels and weights.</param>
    public static double[] Of(TrainingData data) =>
        data.Weights is null ? [.. data.Target] : [.. data.Target.Where((_, row) => data.Weights[row] > 0)];

    /// <summary>Their mean and population standard deviation, each row counting 1.</summary>
    /// <param name="data">Labels and weights.</param>
    public static (double Mean, double Deviation) Scale(TrainingData data) => Moments.Of(Of(data));
}

namespace ModelSdk.Engine.Evaluation;

/// <summary>Which values of a metric are the better ones.</summary>
public enum MetricDirection
{
    /// <summary>A greater value is better: a score.</summary>
    HigherIsBetter,

    /// <summary>A smaller value is better: an error or a loss.</summary>
    LowerIsBetter,
}

namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>How the level of a series moves on.</summary>
internal enum TrendForm
{
    /// <summary>It stays.</summary>
    None,

    /// <summary>By the same amount each step.</summary>
    Additive,

    /// <summary>By an amount that fades.</summary>
    Damped,
}

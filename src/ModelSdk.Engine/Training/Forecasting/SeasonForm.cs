namespace ModelSdk.Engine.Training.Forecasting;

/// <summary>How a season acts on the level of a series.</summary>
internal enum SeasonForm
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It adds.</summary>
    Additive,

    /// <summary>It multiplies.</summary>
    Multiplicative,
}

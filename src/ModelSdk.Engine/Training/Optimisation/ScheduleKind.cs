namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>How the learning rate falls.</summary>
internal enum ScheduleKind
{
    /// <summary>It does not.</summary>
    Constant,

    /// <summary>With a power of the number of steps.</summary>
    InverseScaling,

    /// <summary>By a factor every few epochs.</summary>
    Step,

    /// <summary>By a factor every epoch.</summary>
    Exponential,

    /// <summary>Along half a cosine wave, to 0 after the last epoch.</summary>
    Cosine,
}

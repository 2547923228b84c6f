namespace ModelSdk.Runtime.Kernels;

/// <summary>What turns margins into scores.</summary>
internal enum Link
{
    /// <summary>The margin is the score.</summary>
    Identity,

    /// <summary>1 / (1 + e^−margin).</summary>
    Logistic,

    /// <summary>e^margin divided by the sum over all classes.</summary>
    Softmax,

    /// <summary>e^margin.</summary>
    Exponential,

    /// <summary>2^−margin, where the margin is the mean path length in units of that of an average row (Liu, Ting and Zhou, "Isolation forest", 2008, equation 2).</summary>
    Isolation,
}

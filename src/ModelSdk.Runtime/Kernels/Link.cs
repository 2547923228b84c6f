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
}

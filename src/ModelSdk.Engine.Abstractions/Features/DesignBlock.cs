namespace ModelSdk.Engine.Features;

/// <summary>Memory for the rows of one block of a design.</summary>
/// <param name="dense">Its numbers, row after row.</param>
/// <param name="codes">Its indicators, row after row.</param>
public sealed class DesignBlock(double[] dense, int[] codes)
{
    /// <summary>The numbers: the rows one after the other, <see cref="DesignMatrix.DenseWidth"/> values each.</summary>
    public double[] Dense { get; } = dense;

    /// <summary>The indicators: the rows one after the other, <see cref="DesignMatrix.CodeCount"/> values each.</summary>
    public int[] Codes { get; } = codes;

    /// <summary>Which block the memory holds; −1 for none.</summary>
    internal int Number { get; set; } = -1;
}

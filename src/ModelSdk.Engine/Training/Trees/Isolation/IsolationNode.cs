namespace ModelSdk.Engine.Training.Trees;

/// <summary>A node of an isolation tree.</summary>
internal sealed class IsolationNode
{
    /// <summary>The column of a split; −1 for a leaf.</summary>
    public int Column { get; set; } = -1;

    /// <summary>Values up to here go left.</summary>
    public float Threshold { get; set; }

    /// <summary>Whether missing values go left.</summary>
    public bool MissingLeft { get; set; }

    /// <summary>The left child of a split.</summary>
    public IsolationNode? Left { get; set; }

    /// <summary>The right child of a split.</summary>
    public IsolationNode? Right { get; set; }

    /// <summary>How many sampled rows reached the node.</summary>
    public required int Rows { get; init; }

    /// <summary>The path length that a leaf stands for, scaled.</summary>
    public double Value { get; set; }

    /// <summary>Whether a row goes to the left child.</summary>
    /// <param name="row">A row of the design.</param>
    public bool GoesLeft(ReadOnlySpan<double> row)
    {
        float value = (float)row[this.Column];
        return float.IsNaN(value) ? this.MissingLeft : value <= this.Threshold;
    }
}

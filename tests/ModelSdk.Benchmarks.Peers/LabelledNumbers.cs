using Microsoft.ML.Data;

namespace ModelSdk.Benchmarks.Peers;

/// <summary>A row in memory, as ML.NET takes it.</summary>
internal sealed class LabelledNumbers
{
    public const int Width = 20;

    public bool Label { get; init; }

    [VectorType(Width)]
    public float[] Features { get; init; } = [];
}

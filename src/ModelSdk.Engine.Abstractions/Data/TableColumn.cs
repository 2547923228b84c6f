namespace ModelSdk.Engine.Data;

/// <summary>A column of a typed file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its values are.</param>
public sealed record TableColumn(string Name, TableColumnKind Kind)
{
    /// <summary>For <see cref="TableColumnKind.FixedPoint"/>: how many digits there are at most, those after the point included, 1 to 38.</summary>
    public int Digits { get; init; } = 38;

    /// <summary>For <see cref="TableColumnKind.FixedPoint"/>: how many digits come after the point, 0 to <see cref="Digits"/>.</summary>
    public int Places { get; init; }
}

namespace ModelSdk.Engine.Splits;

/// <summary>Which rows train and which judge.</summary>
/// <param name="Training">Row numbers from 0, ascending.</param>
/// <param name="Test">Row numbers from 0, ascending; none of them in <paramref name="Training"/>.</param>
public sealed record RowSplit(int[] Training, int[] Test)
{
    /// <summary>Divides rows by a predicate.</summary>
    /// <param name="rowCount">How many rows there are.</param>
    /// <param name="isTest">Whether a row judges.</param>
    public static RowSplit By(int rowCount, Func<int, bool> isTest)
    {
        ILookup<bool, int> sides = Enumerable.Range(0, rowCount).ToLookup(isTest);
        return new RowSplit([.. sides[false]], [.. sides[true]]);
    }
}

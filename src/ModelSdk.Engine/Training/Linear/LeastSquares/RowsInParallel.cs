namespace ModelSdk.Engine.Training.Linear.LeastSquares;

/// <summary>Works on rows that do not depend on each other, on several threads where that pays.</summary>
internal static class RowsInParallel
{
    private const long ElementsWorthThreads = 1 << 14;

    /// <summary>Works on each row once.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="length">About how many elements a row has.</param>
    /// <param name="threads">How many threads may work at a time.</param>
    /// <param name="work">Gets a row; touches no other.</param>
    public static void Run(int first, int end, int length, int threads, Action<int> work)
    {
        if (threads > 1 && (long)(end - first) * length >= ElementsWorthThreads)
        {
            Parallel.For(first, end, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
            return;
        }

        for (int row = first; row < end; row++)
        {
            work(row);
        }
    }
}

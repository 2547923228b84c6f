using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Works on rows in blocks of fixed size, in parallel, and adds the blocks' results in block order.</summary>
internal static class RowBlocks
{
    private const int Size = 8192;

    /// <summary>How many blocks there are.</summary>
    /// <param name="rows">The number of rows.</param>
    public static int Count(int rows) => (rows + Size - 1) / Size;

    /// <summary>Works on all rows.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="threads">How many threads may work at a time.</param>
    /// <param name="work">Gets a block, its first row and the first row after it.</param>
    public static void Run(int rows, int threads, Action<int, int, int> work)
    {
        int blocks = Count(rows);
        if (threads > 1 && blocks > 1)
        {
            Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, Block);
            return;
        }

        for (int block = 0; block < blocks; block++)
        {
            Block(block);
        }

        void Block(int block) => work(block, block * Size, Math.Min(rows, (block + 1) * Size));
    }

    /// <summary>The sum over all rows.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="threads">How many threads may work at a time.</param>
    /// <param name="part">Gets the first row of a block and the first after it; gives the block's sum.</param>
    public static double Sum(int rows, int threads, Func<int, int, double> part)
    {
        double[] sums = new double[Count(rows)];
        Run(rows, threads, (block, first, end) => sums[block] = part(first, end));
        return EightLanes.Sum(sums);
    }
}

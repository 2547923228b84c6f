namespace ModelSdk.Engine.Training;

/// <summary>Works on blocks in parallel and combines their results in block order, so that no bit depends on the number of threads.</summary>
internal static class OrderedBlocks
{
    /// <summary>How many results wait for being combined; the number of work spaces that a caller needs.</summary>
    public const int Slots = 32;

    /// <summary>Computes every block and combines it.</summary>
    /// <param name="blocks">How many blocks there are.</param>
    /// <param name="threads">How many threads may compute at a time.</param>
    /// <param name="compute">Gets a block and the slot for its result; runs in parallel.</param>
    /// <param name="combine">Gets a slot; runs in block order, never in parallel.</param>
    /// <param name="cancellation">Stops the work between blocks.</param>
    /// <param name="slots">How many work spaces there are. Never changes the result.</param>
    public static void Run(int blocks, int threads, Action<int, int> compute, Action<int> combine, CancellationToken cancellation, int slots = Slots)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        for (int start = 0; start < blocks; start += slots)
        {
            int first = start;
            int count = Math.Min(slots, blocks - start);
            if (options.MaxDegreeOfParallelism > 1 && count > 1)
            {
                Parallel.For(0, count, options, slot => compute(first + slot, slot));
            }

            for (int slot = 0; slot < count; slot++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (options.MaxDegreeOfParallelism == 1 || count == 1)
                {
                    compute(first + slot, slot);
                }

                combine(slot);
            }
        }
    }
}

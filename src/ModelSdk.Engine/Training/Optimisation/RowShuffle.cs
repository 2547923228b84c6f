using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Optimisation;

/// <summary>
/// The order of an epoch. Up to <see cref="BlocksAtATime"/> blocks of the design are shuffled whole. More are taken that many at a time, drawn from
/// all, and the rows of these are shuffled: each batch then still mixes rows from all over the data, and they lie close together in memory or in the
/// part of a file that is held.
/// </summary>
internal sealed class RowShuffle
{
    /// <summary>How many blocks are shuffled together: 131 072 rows.</summary>
    public const int BlocksAtATime = 64;

    private readonly int[] rows;
    private readonly (int Block, int First, int Count)[] blocks;

    /// <summary>Divides rows into blocks.</summary>
    /// <param name="rows">The rows, ascending.</param>
    public RowShuffle(int[] rows)
    {
        this.rows = rows;
        List<(int Block, int First, int Count)> found = [];
        for (int first = 0; first < rows.Length;)
        {
            int block = rows[first] / DesignMatrix.RowsPerBlock;
            int end = first;
            while (end < rows.Length && rows[end] / DesignMatrix.RowsPerBlock == block)
            {
                end++;
            }

            found.Add((block, first, end - first));
            first = end;
        }

        this.blocks = [.. found];
    }

    /// <summary>The rows of an epoch, in pieces: the blocks that a piece lies in, and its rows in order.</summary>
    /// <param name="random">What the order is drawn from.</param>
    public IEnumerable<(int[] Blocks, int[] Rows)> Pieces(SeededRandom random)
    {
        (int Block, int First, int Count)[] order = [.. this.blocks];
        if (order.Length > BlocksAtATime)
        {
            random.Shuffle<(int Block, int First, int Count)>(order);
        }

        foreach ((int Block, int First, int Count)[] piece in order.Chunk(BlocksAtATime))
        {
            int[] shuffled = [.. piece.SelectMany(block => new ArraySegment<int>(this.rows, block.First, block.Count))];
            random.Shuffle<int>(shuffled);
            yield return ([.. piece.Select(block => block.Block)], shuffled);
        }
    }
}

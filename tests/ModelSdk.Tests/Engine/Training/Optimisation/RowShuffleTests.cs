using ModelSdk.Engine.Features;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Optimisation;

namespace ModelSdk.Tests.Engine.Training.Optimisation;

public sealed class RowShuffleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(400_000)]
    public void An_epoch_has_every_row_once_and_pieces_name_the_blocks_of_their_rows(int count)
    {
        int[] rows = [.. Enumerable.Range(0, count).Where(row => row % 10 != 3)];
        List<int> seen = [];
        foreach ((int[] blocks, int[] order) in new RowShuffle(rows).Pieces(new SeededRandom(1, 1)))
        {
            Assert.True(blocks.Length <= RowShuffle.BlocksAtATime);
            Assert.Equal([.. blocks.Order()], order.Select(row => row / DesignMatrix.RowsPerBlock).Distinct().Order());
            seen.AddRange(order);
        }

        Assert.Equal(rows, seen.Order());
    }

    [Fact]
    public void Rows_of_few_blocks_are_shuffled_whole()
    {
        int[] rows = [.. Enumerable.Range(0, RowShuffle.BlocksAtATime * DesignMatrix.RowsPerBlock)];
        int[] whole = [.. rows];
        new SeededRandom(3, 2).Shuffle<int>(whole);
        Assert.Equal(whole, Assert.Single(new RowShuffle(rows).Pieces(new SeededRandom(3, 2))).Rows);
    }

    [Fact]
    public void Pieces_of_sorted_rows_come_from_all_over_them()
    {
        int count = 20 * RowShuffle.BlocksAtATime * DesignMatrix.RowsPerBlock;
        int[] rows = [.. Enumerable.Range(0, count)];
        foreach ((_, int[] order) in new RowShuffle(rows).Pieces(new SeededRandom(1, 1)))
        {
            // The mean of 64 blocks drawn from all lies within four of its standard deviations, count / √(12 · 64), of the middle.
            Assert.InRange(order.Average(row => (double)row) / count, 0.5 - 0.145, 0.5 + 0.145);
        }
    }
}

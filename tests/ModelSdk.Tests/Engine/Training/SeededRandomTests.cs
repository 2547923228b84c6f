using ModelSdk.Engine.Training;

namespace ModelSdk.Tests.Engine.Training;

public sealed class SeededRandomTests
{
    [Fact]
    public void Equal_seeds_and_streams_give_equal_numbers_and_others_do_not()
    {
        Assert.Equal(Draw(7, 3), Draw(7, 3));
        Assert.NotEqual(Draw(7, 3), Draw(7, 4));
        Assert.NotEqual(Draw(7, 3), Draw(8, 3));
    }

    [Fact]
    public void Bounded_numbers_are_spread_evenly()
    {
        SeededRandom random = new(1);
        int[] counts = new int[6];
        for (int draw = 0; draw < 60_000; draw++)
        {
            counts[random.Next(6)]++;
        }

        // Chi-squared with 5 degrees of freedom exceeds 25.7 with probability 0.0001.
        Assert.True(counts.Sum(count => Math.Pow(count - 10_000, 2) / 10_000) < 25.7);
    }

    [Fact]
    public void A_shuffle_keeps_every_item_and_moves_some()
    {
        int[] items = [.. Enumerable.Range(0, 100)];
        new SeededRandom(5).Shuffle<int>(items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
        Assert.NotEqual(Enumerable.Range(0, 100), items);
    }

    private static ulong[] Draw(long seed, long stream)
    {
        SeededRandom random = new(seed, stream);
        return [.. Enumerable.Range(0, 10).Select(_ => random.NextBits())];
    }
}

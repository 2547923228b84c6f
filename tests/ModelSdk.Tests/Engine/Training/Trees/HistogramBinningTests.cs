using CsCheck;
using ModelSdk.Engine.Training.Trees;

namespace ModelSdk.Tests.Engine.Training.Trees;

public sealed class HistogramBinningTests
{
    [Fact]
    public void Floats_are_sorted() => Gen.Float.Where(value => !float.IsNaN(value)).Select(value => value + 0f).Array[0, 300].Sample(values =>
    {
        float[] sorted = [.. values.Order()];
        FloatSort.Sort(values, new float[values.Length]);
        Assert.Equal(sorted, values);
    });

    [Fact]
    public void Few_values_have_a_bin_each() => Assert.Equal([1.5f, 3f, float.PositiveInfinity], NumericBinning.Bounds([1, 1, 2, 4, 4], 255));

    [Fact]
    public void Many_values_share_bins_of_about_equal_size_and_every_value_has_its_bin() => Gen.Float[-100, 100].Array[1, 2000].Select(Gen.Int[2, 255]).Sample((values, most) =>
    {
        float[] sorted = [.. values.Order()];
        float[] bounds = NumericBinning.Bounds(sorted, most);
        NumericBins bins = new(bounds) { Column = 0, HasMissing = false };
        Assert.InRange(bounds.Length, 1, most);
        Assert.Equal(bounds.Distinct().Order(), bounds);
        Assert.All(sorted, value => Assert.Equal(Array.FindIndex(bounds, bound => value <= bound), bins.BinOf(value)));
        Assert.Equal(bounds.Length, bins.BinOf(double.NaN));
    });

    [Fact]
    public void A_frequent_value_shares_its_bin_with_few_others()
    {
        float[] sorted = [.. Enumerable.Range(0, 500).Select(value => (float)value), .. Enumerable.Repeat(250f, 1000)];
        Array.Sort(sorted);
        NumericBins bins = new(NumericBinning.Bounds(sorted, 16)) { Column = 0, HasMissing = false };

        // 499 rows for 15 bins are 33 each; at most half of that joins a frequent value.
        Assert.InRange(Enumerable.Range(0, 500).Count(value => bins.BinOf(value) == bins.BinOf(250)), 1, 17);
    }
}

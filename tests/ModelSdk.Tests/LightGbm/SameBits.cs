namespace ModelSdk.Tests.LightGbm;

/// <summary>Compares numbers bit for bit.</summary>
internal static class SameBits
{
    public static void Assert(double[] expected, double[] actual)
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        int[] differ = [.. Enumerable.Range(0, expected.Length).Where(index => BitConverter.DoubleToInt64Bits(expected[index]) != BitConverter.DoubleToInt64Bits(actual[index]))];
        Xunit.Assert.True(differ.Length == 0, $"{differ.Length} of {expected.Length} differ, the first at {differ.FirstOrDefault()}");
    }
}

namespace ModelSdk.Engine.Training.Trees;

/// <summary>Makes the table that says for each bin of a feature whether it goes left.</summary>
internal static class SplitTable
{
    /// <summary>1 for each bin that goes left, else 0.</summary>
    /// <param name="bins">The feature's bins.</param>
    /// <param name="split">The split.</param>
    /// <param name="missingLeft">Where a missing number goes.</param>
    public static byte[] Of(FeatureBins bins, SplitCandidate split, bool missingLeft)
    {
        byte[] table = new byte[bins.Count];
        if (split.LeftBins is { } set)
        {
            foreach (int bin in set)
            {
                table[bin] = 1;
            }

            return table;
        }

        table.AsSpan(0, split.Bin + 1).Fill(1);
        table[bins.MissingBin] = missingLeft ? (byte)1 : (byte)0;
        return table;
    }
}

namespace ModelSdk.Engine.Data;

/// <summary>
/// Finds the delimiter of a file among comma, semicolon, tab and vertical bar: the one that divides its first 50 records into equally many
/// fields, at least two; of several the one with the most fields, then the first in this list. Quoted fields are respected. Where none divides
/// evenly, the one that the header has most often is taken, so that the error names the ragged row.
/// </summary>
internal static class DelimiterDetection
{
    private const int RecordsToLookAt = 50;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The delimiter of a file.</summary>
    /// <param name="head">The file's first bytes, without byte-order mark.</param>
    /// <param name="whole">Whether they are the whole file; otherwise the last record is cut off somewhere and not looked at.</param>
    public static char Detect(ReadOnlySpan<byte> head, bool whole)
    {
        char best = Candidates[0];
        (bool Even, int Fields) bestResult = (false, 1);
        foreach (char candidate in Candidates)
        {
            List<int> counts = CountFields(head, (byte)candidate, whole);
            (bool Even, int Fields) result = counts.Count == 0 ? (false, 1) : (counts[0] > 1 && counts.TrueForAll(count => count == counts[0]), counts[0]);
            if (result.CompareTo(bestResult) > 0)
            {
                (best, bestResult) = (candidate, result);
            }
        }

        return best;
    }

    private static List<int> CountFields(ReadOnlySpan<byte> head, byte delimiter, bool whole)
    {
        List<int> counts = [];
        int fields = 1;
        bool blank = true;
        QuoteState state = QuoteState.FieldStart;
        foreach (byte value in head)
        {
            if (state != QuoteState.Quoted && value is (byte)'\n' or (byte)'\r')
            {
                AddRecord(counts, fields, blank);
                (fields, blank, state) = (1, true, QuoteState.FieldStart);
                if (counts.Count == RecordsToLookAt)
                {
                    return counts;
                }

                continue;
            }

            fields += state != QuoteState.Quoted && value == delimiter ? 1 : 0;
            blank &= value is (byte)' ' or (byte)'\t' && value != delimiter;
            state = QuoteScan.Next(state, value, delimiter);
        }

        if (whole)
        {
            AddRecord(counts, fields, blank);
        }

        return counts;
    }

    private static void AddRecord(List<int> counts, int fields, bool blank)
    {
        if (!blank)
        {
            counts.Add(fields);
        }
    }
}

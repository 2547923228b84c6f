using ModelSdk.Engine.Data;
using ModelSdk.Engine.Data.Sources;

namespace ModelSdk.Engine.Inference;

/// <summary>Finds which columns, together with the first one, have other values in every row.</summary>
/// <param name="names">The columns.</param>
/// <param name="hashes">For each column a hash of each row's value.</param>
internal sealed class RowIdentity(IReadOnlyList<string> names, IReadOnlyList<List<ulong>> hashes)
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Reads the columns.</summary>
    /// <param name="files">The data.</param>
    /// <param name="sources">Opens it.</param>
    /// <param name="names">The columns, the time first.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static RowIdentity Read(IReadOnlyList<DataFile> files, DataSources sources, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        List<ulong>[] hashes = [.. names.Select(_ => new List<ulong>())];
        foreach (DataFile file in files)
        {
            using IRecordReader reader = sources.Open(file);
            List<string> header = [.. reader.Header];
            int[] fields = [.. names.Select(name => header.IndexOf(name))];
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                for (int column = 0; column < fields.Length; column++)
                {
                    hashes[column].Add(Hash(reader.Field(fields[column])));
                }
            }
        }

        return new RowIdentity(names, hashes);
    }

    /// <summary>The fewest columns that, with the first one, identify the rows; of equal numbers the first in order.</summary>
    /// <param name="most">How many at most.</param>
    /// <returns>Their names, none where the first column alone identifies the rows; null where no set does.</returns>
    public string[]? SmallestIdentity(int most) => Enumerable.Range(0, Math.Min(most, names.Count - 1) + 1)
        .SelectMany(size => Choices(1, size))
        .Where(this.Identifies)
        .Select(chosen => Array.ConvertAll(chosen, column => names[column]))
        .FirstOrDefault();

    private IEnumerable<int[]> Choices(int first, int size) => size == 0
        ? [[]]
        : Enumerable.Range(first, Math.Max(0, names.Count - first)).SelectMany(column => this.Choices(column + 1, size - 1), (column, rest) => (int[])[column, .. rest]);

    private bool Identifies(int[] chosen)
    {
        int rows = hashes[0].Count;
        HashSet<ulong> seen = new(rows);
        for (int row = 0; row < rows; row++)
        {
            ulong hash = hashes[0][row];
            foreach (int column in chosen)
            {
                hash = unchecked((hash * Multiplier) ^ (hash >> 29) ^ hashes[column][row]);
            }

            if (!seen.Add(hash))
            {
                return false;
            }
        }

        return true;
    }

    // Dates and numbers by value, since one may be written in several ways.
    private static ulong Hash(ReadOnlySpan<byte> field) =>
        FieldText.TryDate(field, out double value) || FieldText.TryNumber(field, out value) ? unchecked(BitConverter.DoubleToUInt64Bits(value) * Multiplier) : DistinctTexts.Hash(field);
}

using System.Numerics;
using ModelSdk.Engine.Features;

namespace ModelSdk.Engine.Training.Trees;

/// <summary>
/// Grows isolation trees (Liu, Ting and Zhou 2008, algorithm 2): a random column among those that differ, a random threshold between its least and
/// greatest value. Codes of categories count as numbers; a missing value goes to a random side, or is parted from a column's only value.
/// </summary>
/// <param name="design">The features.</param>
/// <param name="sampleSize">How many rows each tree sees.</param>
/// <param name="scale">What path lengths are multiplied with.</param>
internal sealed class IsolationGrower(DesignMatrix design, int sampleSize, double scale)
{
    private readonly int maxDepth = sampleSize < 2 ? 0 : BitOperations.Log2((uint)(sampleSize - 1)) + 1;

    /// <summary>Grows a tree.</summary>
    /// <param name="sample">The rows that it sees; rearranged.</param>
    /// <param name="random">The tree's generator.</param>
    public IsolationNode Grow(Span<int> sample, SeededRandom random) => this.Grow(sample, 0, random);

    private IsolationNode Grow(Span<int> rows, int depth, SeededRandom random)
    {
        IsolationNode node = new() { Rows = rows.Length };
        if (rows.Length < 2 || depth >= this.maxDepth || !this.Split(node, rows, random))
        {
            // With a single row to see there is no depth to tell anything by: every row then counts as an average one.
            node.Value = sampleSize < 2 ? scale : (depth + PathLength.Average(rows.Length)) * scale;
            return node;
        }

        int left = this.Part(node, rows);
        node.Left = this.Grow(rows[..left], depth + 1, random);
        node.Right = this.Grow(rows[left..], depth + 1, random);
        return node;
    }

    private bool Split(IsolationNode node, ReadOnlySpan<int> rows, SeededRandom random)
    {
        int[] columns = [.. Enumerable.Range(0, design.Width)];
        for (int drawn = 0; drawn < columns.Length; drawn++)
        {
            int other = drawn + random.Next(columns.Length - drawn);
            (columns[drawn], columns[other]) = (columns[other], columns[drawn]);
            (float least, float greatest, bool missing) = this.Range(rows, columns[drawn]);
            if (least < greatest || (missing && least == greatest))
            {
                node.Column = columns[drawn];
                node.Threshold = Between(least, greatest, random.NextDouble());
                node.MissingLeft = least < greatest && random.Next(2) == 0;
                return true;
            }
        }

        return false;
    }

    // At least the lower and less than the higher value, unless both are one.
    private static float Between(float least, float greatest, double share)
    {
        float threshold = (float)(least + (share * ((double)greatest - least)));
        return threshold >= least && threshold < greatest ? threshold : least;
    }

    private (float Least, float Greatest, bool Missing) Range(ReadOnlySpan<int> rows, int column)
    {
        (float least, float greatest, bool missing) = (float.PositiveInfinity, float.NegativeInfinity, false);
        foreach (int row in rows)
        {
            float value = (float)design.DenseRow(row)[column];
            missing |= float.IsNaN(value);
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }

        return (least, greatest, missing);
    }

    private int Part(IsolationNode node, Span<int> rows)
    {
        int left = 0;
        for (int index = 0; index < rows.Length; index++)
        {
            if (node.GoesLeft(design.DenseRow(rows[index])))
            {
                (rows[left], rows[index]) = (rows[index], rows[left]);
                left++;
            }
        }

        return left;
    }
}

using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Features;

/// <summary>
/// Turns slots into rows of the design matrix: what training does to its rows and prediction to the caller's. A row has dense columns, which hold
/// a number in every row, and groups of indicator columns, of which at most one is 1.
/// </summary>
public sealed class FeatureEncoder
{
    private readonly IReadOnlyList<FeatureEncoding> encodings;
    private readonly int[] denseColumns;

    /// <summary>Creates an encoder.</summary>
    /// <param name="encodings">One for each feature, in slot order.</param>
    public FeatureEncoder(IReadOnlyList<FeatureEncoding> encodings)
    {
        ArgumentNullException.ThrowIfNull(encodings);
        this.encodings = encodings;
        this.Width = encodings.Sum(encoding => encoding.Width);
        this.CodeCount = encodings.Count(HasCode);
        this.denseColumns = [.. FindDenseColumns(encodings)];
    }

    /// <summary>How many columns the design matrix has.</summary>
    public int Width { get; }

    /// <summary>The dense columns, ascending.</summary>
    public IReadOnlyList<int> DenseColumns => this.denseColumns;

    /// <summary>The number of groups of indicator columns.</summary>
    public int CodeCount { get; }

    /// <summary>Encodes one row.</summary>
    /// <param name="slots">One value for each feature, as <see cref="FeatureEncoding"/> defines them.</param>
    /// <param name="dense">Gets a value for each of <see cref="DenseColumns"/>.</param>
    /// <param name="codes">Gets for each of <see cref="CodeCount"/> groups the column that is 1, or −1 where none is.</param>
    public void Encode(ReadOnlySpan<double> slots, Span<double> dense, Span<int> codes)
    {
        int column = 0;
        int number = 0;
        int group = 0;
        for (int slot = 0; slot < slots.Length; slot++)
        {
            FeatureEncoding encoding = this.encodings[slot];
            double value = slots[slot];
            if (encoding.IsNumber)
            {
                dense[number++] = encoding.Native ? value : ((double.IsNaN(value) ? encoding.Fill : value) - encoding.Mean) / encoding.Scale;
            }

            if (HasCode(encoding))
            {
                int position = Position(encoding, value);
                codes[group++] = position < 0 ? -1 : column + position;
            }

            column += encoding.Width;
        }
    }

    /// <summary>Encodes one row with all its columns, indicators as 0 and 1.</summary>
    /// <param name="slots">One value for each feature.</param>
    /// <param name="row">Gets <see cref="Width"/> values.</param>
    public void Encode(ReadOnlySpan<double> slots, Span<double> row)
    {
        Span<double> dense = new double[this.denseColumns.Length];
        Span<int> codes = new int[this.CodeCount];
        this.Encode(slots, dense, codes);
        row.Clear();
        for (int index = 0; index < dense.Length; index++)
        {
            row[this.denseColumns[index]] = dense[index];
        }

        foreach (int code in codes)
        {
            if (code >= 0)
            {
                row[code] = 1;
            }
        }
    }

    private static IEnumerable<int> FindDenseColumns(IReadOnlyList<FeatureEncoding> encodings)
    {
        int column = 0;
        foreach (FeatureEncoding encoding in encodings)
        {
            if (encoding.IsNumber)
            {
                yield return column;
            }

            column += encoding.Width;
        }
    }

    private static bool HasCode(FeatureEncoding encoding) => !encoding.Native && (encoding.IsCategorical || encoding.MissingIndicator);

    // The column that is 1, within the feature; −1 where none is.
    private static int Position(FeatureEncoding encoding, double slot)
    {
        if (double.IsNaN(slot))
        {
            return encoding.MissingIndicator ? encoding.Width - 1 : -1;
        }

        if (!encoding.IsCategorical)
        {
            return -1;
        }

        int code = (int)slot;
        bool skipsReference = encoding.Reference >= 0;
        if (code < 0)
        {
            return encoding.OtherIndicator ? encoding.Categories.Count - (skipsReference ? 1 : 0) : -1;
        }

        return code == encoding.Reference ? -1 : code - (skipsReference && code > encoding.Reference ? 1 : 0);
    }
}

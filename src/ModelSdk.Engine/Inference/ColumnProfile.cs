using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Inference;

/// <summary>What one pass over the data saw of a column.</summary>
/// <param name="name">The column's name.</param>
internal sealed class ColumnProfile(string name)
{
    private bool strictlyIncreasing = true;
    private double last = double.NegativeInfinity;

    /// <summary>The column's name.</summary>
    public string Name { get; } = name;

    /// <summary>How many values were missing.</summary>
    public long Missing { get; private set; }

    /// <summary>How many values were present.</summary>
    public long Present { get; private set; }

    /// <summary>How many values were numbers, whole or not.</summary>
    public long Numbers { get; private set; }

    /// <summary>How many values were whole numbers of 64 bits, not written as codes with a zero in front.</summary>
    public long Integers { get; private set; }

    /// <summary>How many values were written infinities, which are no numbers to learn from.</summary>
    public long Infinities { get; private set; }

    /// <summary>How many whole numbers had a zero in front.</summary>
    public long Codes { get; private set; }

    /// <summary>How many values were <c>true</c>, <c>false</c>, <c>yes</c> or <c>no</c>.</summary>
    public long BooleanWords { get; private set; }

    /// <summary>How many values were <c>0</c> or <c>1</c>.</summary>
    public long ZerosAndOnes { get; private set; }

    /// <summary>How many values were dates.</summary>
    public long Dates { get; private set; }

    /// <summary>The earliest date, in days since 1970-01-01; infinite without one.</summary>
    public double EarliestDate { get; private set; } = double.PositiveInfinity;

    /// <summary>The smallest number.</summary>
    public double Minimum { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest number.</summary>
    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>The different values.</summary>
    public DistinctTexts Distinct { get; } = new();

    /// <summary>Where the first value stands that is no number; null without one.</summary>
    public Func<SourceLocation>? FirstNonNumber { get; private set; }

    /// <summary>That value.</summary>
    public string FirstNonNumberText { get; private set; } = "";

    /// <summary>The file that it stands in, as messages name it.</summary>
    public string FirstNonNumberFile { get; private set; } = "";

    /// <summary>Whether every value is a number greater than the one before.</summary>
    public bool IsStrictlyIncreasing => this.strictlyIncreasing && this.Numbers == this.Present && this.Present > 1;

    /// <summary>Takes the field of one row in.</summary>
    /// <param name="reader">A reader on the row.</param>
    /// <param name="index">The column's position in the file.</param>
    public void Add(IRecordReader reader, int index)
    {
        ReadOnlySpan<byte> field = reader.Field(index);
        if (FieldText.IsMissing(field))
        {
            this.Missing++;
            return;
        }

        this.Present++;
        this.Distinct.Add(field);
        if (FieldText.TryNumber(field, out double number))
        {
            this.AddNumber(field, number);
            return;
        }

        if (this.FirstNonNumber is null)
        {
            this.FirstNonNumber = reader.PlaceOf(index);
            this.FirstNonNumberFile = reader.File.DisplayPath;
            this.FirstNonNumberText = System.Text.Encoding.UTF8.GetString(field);
        }

        this.Infinities += FieldText.IsInfinite(field) ? 1 : 0;
        this.BooleanWords += FieldText.TryBooleanWord(field, out _) ? 1 : 0;
        if (FieldText.TryDate(field, out double days))
        {
            this.Dates++;
            this.EarliestDate = Math.Min(this.EarliestDate, days);
        }
    }

    private void AddNumber(ReadOnlySpan<byte> field, double number)
    {
        bool code = FieldText.HasLeadingZero(field);
        this.Numbers++;
        this.Codes += code ? 1 : 0;
        this.Integers += !code && FieldText.TryInteger(field, out long _) ? 1 : 0;
        this.ZerosAndOnes += !code && FieldText.TryBoolean(field, out _) ? 1 : 0;
        this.Minimum = Math.Min(this.Minimum, number);
        this.Maximum = Math.Max(this.Maximum, number);
        this.strictlyIncreasing &= number > this.last;
        this.last = number;
    }
}

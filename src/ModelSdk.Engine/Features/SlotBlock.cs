namespace ModelSdk.Engine.Features;

/// <summary>Reads the slots of some rows of a table: the values that a predictor would be given. For one thread.</summary>
public sealed class SlotBlock
{
    private readonly SlotReader reader;
    private readonly double[][] values;

    /// <summary>Creates memory for rows.</summary>
    /// <param name="reader">What reads them.</param>
    /// <param name="mostRows">How many at most at a time.</param>
    public SlotBlock(SlotReader reader, int mostRows)
    {
        ArgumentNullException.ThrowIfNull(reader);
        this.reader = reader;
        this.values = [.. Enumerable.Range(0, reader.Count).Select(_ => new double[mostRows])];
    }

    /// <summary>Goes to other rows.</summary>
    /// <param name="rows">Rows of the table, from 0.</param>
    public void Load(ReadOnlySpan<int> rows)
    {
        for (int slot = 0; slot < this.values.Length; slot++)
        {
            this.reader.Pick(slot, rows, this.values[slot]);
        }
    }

    /// <summary>Reads the slots of a row.</summary>
    /// <param name="index">Which of the rows that were loaded, from 0.</param>
    /// <param name="slots">Gets one value for each feature, then those of texts.</param>
    public void Read(int index, Span<double> slots)
    {
        for (int slot = 0; slot < this.values.Length; slot++)
        {
            slots[slot] = this.reader.Slot(slot, this.values[slot][index], slots);
        }
    }

    /// <summary>The value of a feature in a row, as the table has it.</summary>
    /// <param name="slot">The feature.</param>
    /// <param name="index">Which of the rows that were loaded, from 0.</param>
    internal double Value(int slot, int index) => this.values[slot][index];
}

using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Features;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Engine.Training;

/// <summary>Encodes rows of a table by fitted features, block by block. For many threads.</summary>
internal sealed class DesignEncoding
{
    private readonly int[] rows;
    private readonly FeatureEncoder encoder;
    private readonly SlotReader reader;

    /// <summary>Prepares.</summary>
    /// <param name="table">The data.</param>
    /// <param name="rows">The rows; their order is the order of the design's rows.</param>
    /// <param name="features">The fitted encodings, one for each feature.</param>
    public DesignEncoding(DataTable table, int[] rows, IReadOnlyList<FeatureEncoding> features)
    {
        this.rows = rows;
        this.Features = features;
        this.encoder = new FeatureEncoder(features);
        this.reader = new SlotReader(table, features);
    }

    /// <summary>The fitted encodings, one for each feature.</summary>
    public IReadOnlyList<FeatureEncoding> Features { get; }

    /// <summary>How many bytes all blocks take.</summary>
    public long Bytes => this.rows.Length * (((long)sizeof(double) * this.encoder.DenseColumns.Count) + ((long)sizeof(int) * this.encoder.CodeCount));

    /// <summary>Encodes all blocks.</summary>
    public DesignMatrix Encode()
    {
        DesignMatrix design = new(this.rows.Length, this.encoder.Width, this.encoder.DenseColumns, this.encoder.CodeCount);
        Parallel.For(0, design.BlockCount, block => this.Encode(block, design.Dense(block), design.Codes(block)));
        return design;
    }

    /// <summary>A design that encodes blocks whenever they are asked for.</summary>
    public DesignMatrix Stream() => DesignMatrix.Streamed(
        this.rows.Length, this.encoder.Width, this.encoder.DenseColumns, this.encoder.CodeCount, (block, memory) => this.Encode(block, memory.Dense, memory.Codes));

    /// <summary>Reads the rows of a block.</summary>
    /// <param name="block">A block, from 0.</param>
    public SlotBlock Load(int block)
    {
        ReadOnlySpan<int> own = this.RowsOf(block);
        SlotBlock values = new(this.reader, own.Length);
        values.Load(own);
        return values;
    }

    private ReadOnlySpan<int> RowsOf(int block)
    {
        int first = block * DesignMatrix.RowsPerBlock;
        return this.rows.AsSpan(first, Math.Min(DesignMatrix.RowsPerBlock, this.rows.Length - first));
    }

    private void Encode(int block, Span<double> dense, Span<int> codes)
    {
        SlotBlock values = this.Load(block);
        double[] slots = new double[this.encoder.SlotCount];
        (int width, int groups) = (this.encoder.DenseColumns.Count, this.encoder.CodeCount);
        for (int index = 0; index < this.RowsOf(block).Length; index++)
        {
            values.Read(index, slots);
            this.encoder.Encode(slots, dense.Slice(index * width, width), codes.Slice(index * groups, groups));
        }
    }
}

using System.Buffers.Binary;

namespace ModelSdk.Contracts.Models;

/// <summary>A named logical array in a model file.</summary>
public sealed class ModelTensor
{
    private readonly ReadOnlyMemory<byte> data;

    internal ModelTensor(string name, TensorType type, IReadOnlyList<long> shape, ReadOnlyMemory<byte> data)
    {
        this.Name = name;
        this.Type = type;
        this.Shape = shape;
        this.data = data;
    }

    /// <summary>The name, unique in its file.</summary>
    public string Name { get; }

    /// <summary>The element type.</summary>
    public TensorType Type { get; }

    /// <summary>The dimensions, outermost first (row-major); an empty list is a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The raw little-endian bytes, not aligned.</summary>
    public ReadOnlySpan<byte> Bytes => this.data.Span;

    /// <summary>A tensor of 64-bit floats.</summary>
    /// <param name="name">The name.</param>
    /// <param name="values">The values in row-major order.</param>
    /// <param name="shape">The dimensions; without any, one dimension of the values' length.</param>
    /// <exception cref="ArgumentException">The dimensions do not multiply to the number of values.</exception>
    public static ModelTensor Of(string name, ReadOnlySpan<double> values, params long[] shape)
    {
        byte[] bytes = new byte[values.Length * sizeof(double)];
        for (int index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(index * sizeof(double)), values[index]);
        }

        return new ModelTensor(name, TensorType.F64, Dimensions(values.Length, shape), bytes);
    }

    /// <summary>A tensor of 32-bit floats.</summary>
    /// <inheritdoc cref="Of(string, ReadOnlySpan{double}, long[])"/>
    public static ModelTensor OfSingles(string name, ReadOnlySpan<float> values, params long[] shape)
    {
        byte[] bytes = new byte[values.Length * sizeof(float)];
        for (int index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), values[index]);
        }

        return new ModelTensor(name, TensorType.F32, Dimensions(values.Length, shape), bytes);
    }

    /// <summary>A tensor of 32-bit signed integers.</summary>
    /// <inheritdoc cref="Of(string, ReadOnlySpan{double}, long[])"/>
    public static ModelTensor OfIntegers(string name, ReadOnlySpan<int> values, params long[] shape)
    {
        byte[] bytes = new byte[values.Length * sizeof(int)];
        for (int index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(index * sizeof(int)), values[index]);
        }

        return new ModelTensor(name, TensorType.I32, Dimensions(values.Length, shape), bytes);
    }

    /// <summary>A tensor of unsigned bytes.</summary>
    /// <inheritdoc cref="Of(string, ReadOnlySpan{double}, long[])"/>
    public static ModelTensor OfBytes(string name, ReadOnlySpan<byte> values, params long[] shape) =>
        new(name, TensorType.U8, Dimensions(values.Length, shape), values.ToArray());

    /// <summary>The values of a tensor of 64-bit floats, as a new aligned array.</summary>
    /// <exception cref="ModelFormatException">The tensor has another type.</exception>
    public double[] ToDoubles()
    {
        ReadOnlySpan<byte> bytes = this.Checked(TensorType.F64);
        double[] values = new double[bytes.Length / sizeof(double)];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(index * sizeof(double))..]);
        }

        return values;
    }

    /// <summary>The values of a tensor of 32-bit floats, as a new aligned array.</summary>
    /// <exception cref="ModelFormatException">The tensor has another type.</exception>
    public float[] ToSingles()
    {
        ReadOnlySpan<byte> bytes = this.Checked(TensorType.F32);
        float[] values = new float[bytes.Length / sizeof(float)];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(index * sizeof(float))..]);
        }

        return values;
    }

    /// <summary>The values of a tensor of 32-bit signed integers, as a new aligned array.</summary>
    /// <exception cref="ModelFormatException">The tensor has another type.</exception>
    public int[] ToIntegers()
    {
        ReadOnlySpan<byte> bytes = this.Checked(TensorType.I32);
        int[] values = new int[bytes.Length / sizeof(int)];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(index * sizeof(int))..]);
        }

        return values;
    }

    /// <summary>The values of a tensor of unsigned bytes, as a new array.</summary>
    /// <exception cref="ModelFormatException">The tensor has another type.</exception>
    public byte[] ToBytes() => this.Checked(TensorType.U8).ToArray();

    private static long[] Dimensions(int count, long[] shape)
    {
        long[] dimensions = shape.Length == 0 ? [count] : shape;
        return dimensions.Aggregate(1L, (product, dimension) => product * dimension) == count
            ? dimensions
            : throw new ArgumentException($"The shape [{string.Join(", ", dimensions)}] does not hold {count} values.", nameof(shape));
    }

    private ReadOnlySpan<byte> Checked(TensorType expected) => this.Type == expected
        ? this.data.Span
        : throw new ModelFormatException($"The tensor \"{this.Name}\" has type {this.Type}; expected {expected}.");
}

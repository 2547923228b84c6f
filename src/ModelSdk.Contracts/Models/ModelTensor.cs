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
        long[] dimensions = shape.Length == 0 ? [values.Length] : shape;
        if (dimensions.Aggregate(1L, (product, dimension) => product * dimension) != values.Length)
        {
            throw new ArgumentException($"The shape [{string.Join(", ", dimensions)}] does not hold {values.Length} values.", nameof(shape));
        }

        byte[] bytes = new byte[values.Length * sizeof(double)];
        for (int index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(index * sizeof(double)), values[index]);
        }

        return new ModelTensor(name, TensorType.F64, dimensions, bytes);
    }

    /// <summary>The values of a tensor of 64-bit floats, as a new aligned array.</summary>
    /// <exception cref="ModelFormatException">The tensor has another type.</exception>
    public double[] ToDoubles()
    {
        if (this.Type != TensorType.F64)
        {
            throw new ModelFormatException($"The tensor \"{this.Name}\" has type {this.Type}; expected F64.");
        }

        double[] values = new double[this.data.Length / sizeof(double)];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = BinaryPrimitives.ReadDoubleLittleEndian(this.data.Span[(index * sizeof(double))..]);
        }

        return values;
    }
}

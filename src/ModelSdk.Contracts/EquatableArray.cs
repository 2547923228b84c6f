using System.Collections;

namespace ModelSdk.Contracts;

/// <summary>An immutable list that compares by its elements, so that records which hold it compare by value.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct EquatableArray<T> : IReadOnlyList<T>, IEquatable<EquatableArray<T>>
    where T : IEquatable<T>
{
    private readonly T[]? elements;

    /// <summary>Copies the elements.</summary>
    /// <param name="elements">The elements, in order.</param>
    public EquatableArray(IEnumerable<T> elements) => this.elements = [.. elements];

    /// <summary>The number of elements; 0 for the default value.</summary>
    public int Count => this.elements?.Length ?? 0;

    /// <summary>The element at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="IndexOutOfRangeException">The position is outside the list.</exception>
    public T this[int index] => (this.elements ?? [])[index];

    /// <summary>Whether two lists hold equal elements in the same order.</summary>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other) => (this.elements ?? []).SequenceEqual(other.elements ?? []);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && this.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T element in this)
        {
            hash = unchecked((hash * 31) + element.GetHashCode());
        }

        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(this.elements ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();
}

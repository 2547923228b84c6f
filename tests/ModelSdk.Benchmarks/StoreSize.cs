using System.Globalization;

namespace ModelSdk.Benchmarks;

/// <summary>How much a store holds.</summary>
/// <param name="Models">The number of models.</param>
/// <param name="Versions">The number of versions of each.</param>
public sealed record StoreSize(int Models, int Versions)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{this.Models} x {this.Versions}");
}

using ModelSdk.Contracts;

namespace ModelSdk.Generator.Model;

/// <summary>What is predicted.</summary>
/// <param name="Column">The column's name in the data.</param>
/// <param name="Property">The property's name, without <c>@</c>.</param>
/// <param name="Shape">How the prediction type shows it.</param>
/// <param name="Classes">The classes in the order of the scores; empty for a number.</param>
/// <param name="Positive">The positive one of two classes; otherwise −1.</param>
internal sealed record PredictedLabel(string Column, string Property, LabelShape Shape, EquatableArray<PredictedClass> Classes, int Positive)
{
    /// <summary>The unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The meaning.</summary>
    public string? Description { get; init; }

    /// <summary>For <see cref="LabelShape.Truth"/>, whether the positive class is the one that means true.</summary>
    public bool PositiveIsTrue { get; init; }
}

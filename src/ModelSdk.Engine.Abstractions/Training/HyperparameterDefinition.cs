namespace ModelSdk.Engine.Training;

/// <summary>A value that a trainer lets the user set by <c>&lt;Hyperparameter Include="Name" Value="…" /&gt;</c>.</summary>
/// <param name="Name">The name, in PascalCase; compared ordinally.</param>
/// <param name="Kind">What the value is.</param>
/// <param name="Default">The value where the user sets none, as text.</param>
/// <param name="Meaning">What it does, one sentence, for messages and documentation.</param>
public sealed record HyperparameterDefinition(string Name, HyperparameterKind Kind, string Default, string Meaning)
{
    /// <summary>For numbers: the smallest valid value; null where there is none.</summary>
    public double? Minimum { get; init; }

    /// <summary>For numbers: the largest valid value; null where there is none.</summary>
    public double? Maximum { get; init; }

    /// <summary>For <see cref="HyperparameterKind.Choice"/>: the valid words, compared ordinally.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>For <see cref="HyperparameterKind.Text"/>: gives a valid value in its canonical form, and null for an invalid one. Null where every text is valid as it is.</summary>
    public Func<string, string?>? Canonical { get; init; }

    /// <summary>For <see cref="HyperparameterKind.Text"/>: what is valid, for messages: <c>numbers of units, separated by commas</c>.</summary>
    public string ValidTexts { get; init; } = "any text";
}

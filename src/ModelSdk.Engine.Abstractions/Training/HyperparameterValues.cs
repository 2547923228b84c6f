using System.Globalization;

namespace ModelSdk.Engine.Training;

/// <summary>The checked value of every hyperparameter of a trainer.</summary>
/// <param name="texts">
/// Name and value, as the recipe holds them: numbers in the shortest form that reads back as the same number, <c>true</c> or <c>false</c>, words.
/// </param>
public sealed class HyperparameterValues(IReadOnlyDictionary<string, string> texts)
{
    /// <summary>Name and canonical value of each hyperparameter.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; } = texts;

    /// <summary>The defaults of a trainer.</summary>
    /// <param name="definitions">The trainer's hyperparameters.</param>
    public static HyperparameterValues Defaults(IEnumerable<HyperparameterDefinition> definitions) =>
        new(definitions.ToDictionary(definition => definition.Name, definition => definition.Default, StringComparer.Ordinal));

    /// <summary>The value of a number.</summary>
    /// <param name="name">A hyperparameter of kind <see cref="HyperparameterKind.Number"/> or <see cref="HyperparameterKind.WholeNumber"/>.</param>
    /// <exception cref="KeyNotFoundException">The trainer has no such hyperparameter.</exception>
    public double Number(string name) => double.Parse(this.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The value of a whole number.</summary>
    /// <param name="name">A hyperparameter of kind <see cref="HyperparameterKind.WholeNumber"/>.</param>
    /// <exception cref="KeyNotFoundException">The trainer has no such hyperparameter.</exception>
    public int WholeNumber(string name) => int.Parse(this.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>The value of a boolean.</summary>
    /// <param name="name">A hyperparameter of kind <see cref="HyperparameterKind.Boolean"/>.</param>
    /// <exception cref="KeyNotFoundException">The trainer has no such hyperparameter.</exception>
    public bool Boolean(string name) => bool.Parse(this.Text(name));

    /// <summary>The value as text.</summary>
    /// <param name="name">Any hyperparameter of the trainer.</param>
    /// <exception cref="KeyNotFoundException">The trainer has no such hyperparameter.</exception>
    public string Text(string name) => this.Texts[name];
}

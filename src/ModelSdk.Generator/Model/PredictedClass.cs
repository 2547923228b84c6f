namespace ModelSdk.Generator.Model;

/// <summary>A class of the label.</summary>
/// <param name="Name">Its name in the data.</param>
/// <param name="Property">The property that holds its probability, where there are more than two classes.</param>
internal sealed record PredictedClass(string Name, string Property);

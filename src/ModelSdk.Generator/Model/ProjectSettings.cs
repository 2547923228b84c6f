namespace ModelSdk.Generator.Model;

/// <summary>What the project file says about names, not yet checked.</summary>
/// <param name="ModelName">The property <c>ModelName</c>.</param>
/// <param name="Namespace">The property <c>ModelNamespace</c> or, without it, <c>RootNamespace</c>.</param>
internal sealed record ProjectSettings(string ModelName, string Namespace);

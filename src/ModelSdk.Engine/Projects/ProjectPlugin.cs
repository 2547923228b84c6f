using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Projects;

/// <summary>An extension of the engine that a project brings.</summary>
/// <param name="Assembly">The full path of its assembly.</param>
/// <param name="Package">The name of the optional package; empty for an assembly that the project names.</param>
/// <param name="Version">The package's version; empty for an assembly.</param>
/// <param name="DeclaredAt">What asks for it.</param>
public sealed record ProjectPlugin(string Assembly, string Package, string Version, SourceLocation DeclaredAt);

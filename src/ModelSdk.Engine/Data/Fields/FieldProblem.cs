using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Engine.Data;

/// <summary>Why a field does not fit its column.</summary>
/// <param name="Diagnostic">The kind of diagnostic.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record FieldProblem(ModelDiagnostic Diagnostic, string Text);

using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Store.Verification;

/// <summary>Something in a store that is not as a release of ModelSdk left it.</summary>
/// <param name="Diagnostic">Its kind.</param>
/// <param name="File">The full path of the file or folder that it is about.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record StoreFinding(ModelDiagnostic Diagnostic, string File, string Message);

using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Store;

/// <summary>Something in a store is not as asked or expected; the message says what to do.</summary>
/// <param name="diagnostic">Its kind.</param>
/// <param name="message">What is wrong.</param>
/// <param name="file">The file that it is about; empty where there is none.</param>
public sealed class StoreException(ModelDiagnostic diagnostic, string message, string file = "") : Exception(message)
{
    /// <summary>The kind of diagnostic.</summary>
    public ModelDiagnostic Diagnostic { get; } = diagnostic;

    /// <summary>The full path of the file that it is about; empty where there is none.</summary>
    public string File { get; } = file;
}

using ModelSdk.Contracts.Diagnostics;

namespace ModelSdk.Engine.Logging;

/// <summary>What a station says while it works.</summary>
public interface IEngineLog
{
    /// <summary>Reports a problem and goes on. Severity, <c>NoWarn</c> and <c>WarningsAsErrors</c> are applied by the receiver.</summary>
    /// <param name="diagnostic">Its kind.</param>
    /// <param name="text">What is wrong: names the setting, quotes the bad value, lists the valid ones. Values from data go through <see cref="Quote.Value"/>.</param>
    /// <param name="location">Where.</param>
    void Report(ModelDiagnostic diagnostic, string text, SourceLocation location);

    /// <summary>Says something that a user should read in the build's output.</summary>
    /// <param name="text">One line.</param>
    void Message(string text);

    /// <summary>Says how far the work is; may be called as often as convenient, the receiver limits how often it is shown.</summary>
    /// <param name="text">One line, for example <c>120 000 rows read</c>.</param>
    void Progress(string text);
}

namespace ModelSdk.Testing;

/// <summary>How a command ended and what it wrote, both streams together.</summary>
public sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>Whether it ended with 0.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Itself, or an exception with the output when it failed.</summary>
    public CommandResult EnsureSucceeded() =>
        Succeeded ? this : throw new InvalidOperationException($"The command ended with {ExitCode}:{Environment.NewLine}{Output}");

    /// <summary>Itself, or an exception with the output when it did not fail.</summary>
    public CommandResult EnsureFailed() =>
        Succeeded ? throw new InvalidOperationException($"The command should have failed:{Environment.NewLine}{Output}") : this;

    /// <summary>Itself, or an exception with the output when <paramref name="text"/> is not in it.</summary>
    public CommandResult EnsureSays(string text) => Output.Contains(text, StringComparison.Ordinal)
        ? this
        : throw new InvalidOperationException($"The command should have written '{text}':{Environment.NewLine}{Output}");
}

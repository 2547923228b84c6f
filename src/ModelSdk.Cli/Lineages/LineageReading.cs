using ModelSdk.Cli.Output;
using ModelSdk.Store;

namespace ModelSdk.Cli.Lineages;

/// <summary>Reads as much of a lineage as is whole, and shows what is damaged.</summary>
internal static class LineageReading
{
    /// <summary>Everything that can be read.</summary>
    /// <param name="lineage">The lineage.</param>
    /// <param name="terminal">Gets an error for each record that cannot.</param>
    public static VersionStates Read(Lineage lineage, TerminalOutput terminal)
    {
        foreach (StoreException problem in lineage.Problems)
        {
            terminal.Diagnostic(problem);
        }

        return new VersionStates(lineage, Environments(lineage, terminal));
    }

    private static IReadOnlyList<LineageEnvironment> Environments(Lineage lineage, TerminalOutput terminal)
    {
        try
        {
            return lineage.Environments;
        }
        catch (StoreException exception)
        {
            terminal.Diagnostic(exception);
            return [];
        }
    }
}

using ModelSdk.Cli.Output;
using ModelSdk.Store;

namespace ModelSdk.Cli.Lineages;

/// <summary>Reads as much of a lineage as is whole, and shows what is damaged.</summary>
internal static class LineageReading
{
    // Beyond that a list would take longer to prove than to read; `verify` proves everything.
    private const int MostRecords = 200;

    /// <summary>Everything that can be read, and whether the records are whole of the versions that are to be shown, unless they are very many.</summary>
    /// <param name="lineage">The lineage.</param>
    /// <param name="shown">The versions. The lineage knows them by its index, which is no proof.</param>
    /// <param name="terminal">Gets an error for each record that cannot.</param>
    public static VersionStates Read(Lineage lineage, IReadOnlyList<VersionEntry> shown, TerminalOutput terminal)
    {
        VersionStates states = Read(lineage, terminal);
        return shown.Count > MostRecords
            ? states
            : new VersionStates(lineage, states.Environments) { Damaged = shown.Where(version => !IsWhole(lineage, version, terminal)).Select(version => version.Id).ToHashSet() };
    }

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

    private static bool IsWhole(Lineage lineage, VersionEntry version, TerminalOutput terminal)
    {
        try
        {
            lineage.Read(version);
            return true;
        }
        catch (StoreException exception)
        {
            terminal.Diagnostic(exception);
            return false;
        }
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

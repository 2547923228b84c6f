using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Reads files of one format into typed columns.</summary>
public interface IDataSource
{
    /// <summary>A number that changes whenever the same bytes could be read differently; part of the recipe.</summary>
    int Revision { get; }

    /// <summary>Reads every row of the files, in the order given.</summary>
    /// <param name="files">At least one file, all with the contract's columns.</param>
    /// <param name="contract">Which columns to read, and as what.</param>
    /// <param name="seed">Enters the holdout hashes.</param>
    /// <param name="log">Gets warnings and progress.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The rows that have a label; how many were left out is a warning.</returns>
    /// <exception cref="ModelBuildException">The data is malformed or does not fit the contract; file, line and column are given.</exception>
    DataTable Read(IReadOnlyList<DataFile> files, ModelContract contract, long seed, IEngineLog log, CancellationToken cancellation);
}

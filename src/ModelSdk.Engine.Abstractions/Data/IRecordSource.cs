using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>
/// Opens data files of some formats as records. An implementation in a package of its own is public and has a constructor without parameters.
/// </summary>
public interface IRecordSource
{
    /// <summary>A number that changes whenever the same bytes could be read differently; part of the recipe.</summary>
    int Revision { get; }

    /// <summary>The endings of the files that it reads, see <see cref="DataFile.Extension"/>.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Opens a file and reads its column names.</summary>
    /// <param name="file">A file that exists, or a query all of whose files do.</param>
    /// <param name="space">What the reading may use of the machine.</param>
    /// <exception cref="ModelBuildException">The file cannot be read, is malformed, or has no columns.</exception>
    IRecordReader Open(DataFile file, WorkingSpace space);
}

using System.Globalization;
using System.Text;

namespace ModelSdk.Engine.Resources;

/// <summary>A share of the machine, held until it is disposed of or the process ends.</summary>
public sealed class MachineClaim : IDisposable
{
    private const string Extension = ".claim";
    private readonly FileStream? file;

    private MachineClaim(int cores, FileStream? file)
    {
        this.Cores = cores;
        this.file = file;
    }

    /// <summary>How many threads may work at a time, at least 1.</summary>
    public int Cores { get; }

    /// <inheritdoc/>
    public void Dispose() => this.file?.Dispose();

    /// <summary>A claim that nobody else sees.</summary>
    internal static MachineClaim Unshared(int cores) => new(cores, null);

    /// <summary>Writes a claim. The caller holds the guard.</summary>
    internal static MachineClaim Make(string folder, Amount amount)
    {
        string path = Path.Combine(folder, Guid.NewGuid().ToString("N") + Extension);
        FileStream file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 1, FileOptions.DeleteOnClose);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{amount.Cores} {amount.Bytes}")));
        file.Flush();
        return new MachineClaim(amount.Cores, file);
    }

    /// <summary>What the living claims hold together; removes those of processes that were killed. The caller holds the guard.</summary>
    internal static Amount Sum(string folder)
    {
        int cores = 0;
        long bytes = 0;
        foreach (string path in Directory.EnumerateFiles(folder, "*" + Extension))
        {
            if (!RemoveIfDead(path) && Read(path) is { } amount)
            {
                cores += amount.Cores;
                bytes += amount.Bytes;
            }
        }

        return new Amount(cores, bytes);
    }

    // Nobody but the owner keeps a claim open, so one that can be opened alone has lost its owner.
    private static bool RemoveIfDead(string path)
    {
        try
        {
            using FileStream alone = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Amount? Read(string path)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(stream, Encoding.ASCII);
            string[] parts = reader.ReadToEnd().Split(' ');
            return new Amount(int.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is IOException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Cores and bytes.</summary>
    internal readonly record struct Amount(int Cores, long Bytes);
}

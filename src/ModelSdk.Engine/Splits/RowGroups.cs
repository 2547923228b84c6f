using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Splits;

/// <summary>
/// The groups of a table's rows. A group's hash is the leading 64 bits, big-endian, of SHA-256 over the seed (64 bits, little-endian) and the
/// row's values in the columns with the role <c>group</c>, by column name in ordinal order: each its length in bytes (32 bits, little-endian) and
/// its text in UTF-8, numbers in the shortest form that reads back as the same number.
/// </summary>
public static class RowGroups
{
    /// <summary>The hash of each row's group.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="seed">The project's seed.</param>
    /// <param name="declaredAt">Where the split is set.</param>
    /// <exception cref="ModelBuildException">There is no group column, or a row has no group.</exception>
    public static ulong[] Hashes(DataTable table, long seed, SourceLocation declaredAt)
    {
        DataColumn[] columns = [.. table.Columns.Where(column => column.Schema.Role == ColumnRole.Group).OrderBy(column => column.Schema.Name, StringComparer.Ordinal)];
        if (columns.Length == 0)
        {
            throw new ModelBuildException(
                SplitDiagnostics.MissingRole,
                "ModelSplitBy is Group, but no column of the contract has the role \"group\". Set \"role\": \"group\" for the column that says which rows belong together.",
                declaredAt);
        }

        foreach (DataColumn column in columns.Where(column => column.Values.Any(double.IsNaN)))
        {
            throw new ModelBuildException(
                DataDiagnostics.InvalidSplitColumn, $"The group column {Quote.Value(column.Schema.Name)} has rows without a value; every row needs a group.", declaredAt);
        }

        Dictionary<string, ulong> known = new(StringComparer.Ordinal);
        double[][] values = [.. columns.Select(column => column.Values)];
        return [.. Enumerable.Range(0, table.RowCount).Select(row => Hash([.. columns.Select((column, index) => Text(column, values[index][row]))], seed, known))];
    }

    private static ulong Hash(string[] texts, long seed, Dictionary<string, ulong> known)
    {
        string key = string.Join('\u001F', texts);
        if (!known.TryGetValue(key, out ulong hash))
        {
            hash = Hash(texts, seed);
            known.Add(key, hash);
        }

        return hash;
    }

    private static ulong Hash(string[] texts, long seed)
    {
        using MemoryStream content = new();
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(number, seed);
        content.Write(number);
        foreach (byte[] text in texts.Select(Encoding.UTF8.GetBytes))
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, text.Length);
            content.Write(number[..sizeof(int)]);
            content.Write(text);
        }

        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(content.ToArray()));
    }

    private static string Text(DataColumn column, double value) =>
        column.Dictionary.Count > 0 ? column.Dictionary[(int)value] : value.ToString("R", CultureInfo.InvariantCulture);
}

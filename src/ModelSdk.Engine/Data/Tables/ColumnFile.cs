using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ModelSdk.Engine.Data;

/// <summary>
/// Columns in a temporary file. It consists of sections of <see cref="RowsInSection"/> rows; a section holds one column after the other, so that whole
/// columns and the columns of some rows are both read in long pieces. Several threads may read.
/// </summary>
internal sealed class ColumnFile : IDisposable
{
    private const int RowsInSection = 1 << 16;

    private readonly int columns;
    private readonly SafeFileHandle handle;

    /// <summary>Creates an empty file.</summary>
    /// <param name="path">Where; nothing may be there.</param>
    /// <param name="columns">How many columns.</param>
    public ColumnFile(string path, int columns)
    {
        this.columns = columns;
        this.handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None | FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // An open file needs no name there; without one, a killed process leaves nothing behind.
            File.Delete(path);
        }
    }

    /// <summary>How many rows there are so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Appends rows.</summary>
    /// <param name="rows">The rows.</param>
    public void Append(RowTarget rows)
    {
        for (int column = 0; column < this.columns; column++)
        {
            this.Write(column, rows.Columns[column].AsSpan(rows.Start, rows.Count));
        }

        this.Rows += rows.Count;
    }

    /// <summary>Reads a part of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="firstRow">The first row.</param>
    /// <param name="values">Gets the values from there on.</param>
    public void Read(int column, int firstRow, Span<double> values)
    {
        while (!values.IsEmpty)
        {
            Span<double> piece = values[..Math.Min(values.Length, RowsInSection - (firstRow % RowsInSection))];
            this.ReadPiece(this.Offset(column, firstRow), MemoryMarshal.AsBytes(piece));
            firstRow += piece.Length;
            values = values[piece.Length..];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => this.handle.Dispose();

    private void Write(int column, ReadOnlySpan<double> values)
    {
        int row = this.Rows;
        while (!values.IsEmpty)
        {
            ReadOnlySpan<double> piece = values[..Math.Min(values.Length, RowsInSection - (row % RowsInSection))];
            RandomAccess.Write(this.handle, MemoryMarshal.AsBytes(piece), this.Offset(column, row));
            row += piece.Length;
            values = values[piece.Length..];
        }
    }

    private void ReadPiece(long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int count = RandomAccess.Read(this.handle, bytes, offset);
            if (count == 0)
            {
                throw new IOException("A temporary file of columns became shorter while it was read.");
            }

            bytes = bytes[count..];
            offset += count;
        }
    }

    private long Offset(int column, int row)
    {
        (int section, int place) = int.DivRem(row, RowsInSection);
        return (((((long)section * this.columns) + column) * RowsInSection) + place) * sizeof(double);
    }
}

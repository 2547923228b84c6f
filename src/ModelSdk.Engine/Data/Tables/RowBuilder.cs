using System.Runtime.CompilerServices;
using System.Text;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Turns the rows of one file into values, holdout hashes and block digests. For one thread.</summary>
internal sealed class RowBuilder
{
    private readonly ColumnParser[] parsers;
    private readonly int[] fields;
    private readonly int labelField;
    private readonly HoldoutHasher hasher;
    private readonly int[] labelled;
    private int added;

    /// <summary>Creates a builder.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="parsers">The columns in use, in contract order.</param>
    /// <param name="fieldCount">How many fields the file has.</param>
    /// <param name="fieldOf">The position of a column in the file.</param>
    /// <param name="seed">The project's seed.</param>
    /// <param name="rowsInBlock">How many rows are hashed together for the digest.</param>
    public RowBuilder(ModelContract contract, ColumnParser[] parsers, int fieldCount, Func<string, int> fieldOf, long seed, int rowsInBlock)
    {
        this.parsers = parsers;
        this.fields = [.. parsers.Select(parser => fieldOf(parser.Schema.Name))];
        this.labelField = fieldOf(contract.Label.Name);
        this.hasher = new HoldoutHasher(contract, fieldOf, seed);
        this.Rows = new RowBlock(fieldCount, rowsInBlock);
        this.labelled = new int[rowsInBlock];
    }

    /// <summary>Where the fields of rows are put.</summary>
    public RowBlock Rows { get; }

    /// <summary>Appends the rows that are new in <see cref="Rows"/> and have a label; hashes the block when it is full.</summary>
    /// <param name="target">Gets the rows.</param>
    /// <param name="refused">Where the result is false: the first field, row by row, that does not fit.</param>
    /// <returns>False where a field does not fit its column; <see cref="Problem"/> says why.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryAdd(RowTarget target, out (int Row, int Field) refused)
    {
        ReadOnlySpan<int> rows = this.Labelled();
        refused = default;
        int start = target.Start + target.Count;
        int fitting = rows.Length;
        for (int index = 0; index < this.parsers.Length; index++)
        {
            // A later column that refuses an earlier row comes first.
            int fit = this.parsers[index].ReadAll(this.Rows, this.fields[index], rows[..fitting], target.Columns[index].AsSpan(start, fitting));
            refused = fit < fitting ? (rows[fit], this.fields[index]) : refused;
            fitting = fit;
        }

        if (fitting < rows.Length)
        {
            return false;
        }

        for (int index = 0; index < rows.Length; index++)
        {
            this.hasher.Add(this.Rows, rows[index], target.Hashes, start + index);
        }

        target.Count += rows.Length;
        this.added = this.Rows.Rows;
        this.HashIfFull();
        return true;
    }

    /// <summary>Finishes a chunk or a file: puts all hashes in place and hands out the digests of the blocks.</summary>
    /// <param name="target">The target of all rows since the last time.</param>
    public byte[] Finish(RowTarget target)
    {
        this.hasher.Flush(target.Hashes);
        this.added = 0;
        return this.Rows.TakeDigests();
    }

    /// <summary>Puts all hashes in place; to be called before another target is used.</summary>
    public void Flush(RowTarget target) => this.hasher.Flush(target.Hashes);

    /// <summary>Why <see cref="TryAdd"/> refused a field.</summary>
    /// <param name="refused">The field.</param>
    /// <param name="place">Where it stands.</param>
    public ModelBuildException Problem((int Row, int Field) refused, SourceLocation place)
    {
        ReadOnlySpan<byte> field = this.Rows.Field(refused.Row, refused.Field);
        FieldProblem problem = this.parsers[Array.IndexOf(this.fields, refused.Field)].Explain(field, Encoding.UTF8.GetString(field));
        return new ModelBuildException(problem.Diagnostic, problem.Text, place);
    }

    /// <summary>The new rows that have a label.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlySpan<int> Labelled()
    {
        int count = 0;
        for (int row = this.added; row < this.Rows.Rows; row++)
        {
            this.labelled[count] = row;
            count += FieldText.IsMissing(this.Rows.Field(row, this.labelField)) ? 0 : 1;
        }

        return this.labelled.AsSpan(0, count);
    }

    private void HashIfFull()
    {
        if (this.Rows.IsFull)
        {
            this.Rows.Hash();
            this.added = 0;
        }
    }
}

using System.Runtime.CompilerServices;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Turns the fields of one column into its values in columnar memory. For one thread.</summary>
/// <param name="schema">The column's contract.</param>
internal abstract class ColumnParser(ContractColumn schema)
{
    private readonly bool mayBeMissing = schema.Nullable && schema.Role != ColumnRole.Weight;

    /// <summary>The column's contract.</summary>
    public ContractColumn Schema { get; } = schema;

    /// <summary>The strings that the values are indexes of; empty for other kinds.</summary>
    public virtual IReadOnlyList<string> Dictionary => [];

    /// <summary>Whether <see cref="Dictionary"/> grows as fields are read, so that parsers of other threads number the same strings differently.</summary>
    public virtual bool Learns => false;

    /// <summary>The parser for a column.</summary>
    /// <param name="schema">A column in use.</param>
    public static ColumnParser For(ContractColumn schema) => schema switch
    {
        { Role: ColumnRole.Label, Classes.Count: > 0 } => new ClassColumnParser(schema),
        { Kind: ColumnKind.Categorical or ColumnKind.Text } => new TextColumnParser(schema),
        _ => new ValueColumnParser(schema),
    };

    /// <summary>The parsers of a contract's columns that are not ignored, in contract order.</summary>
    public static ColumnParser[] ForAll(ModelContract contract) => [.. contract.Columns.Where(column => column.Role != ColumnRole.Ignore).Select(For)];

    /// <summary>Reads a field.</summary>
    /// <param name="field">Its text as UTF-8.</param>
    /// <param name="value">The value; NaN where it is missing.</param>
    /// <returns>False where the field does not fit; <see cref="Explain"/> says why.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ReadOnlySpan<byte> field, out double value)
    {
        value = double.NaN;
        return FieldText.IsMissing(field) ? this.mayBeMissing : this.TryParse(field, out value);
    }

    /// <summary>Reads the column's field of several rows.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="field">The column's position in them.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="values">Gets their values.</param>
    /// <returns>How many fit; less than all where <see cref="TryRead"/> refuses one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public virtual int ReadAll(RowBlock block, int field, ReadOnlySpan<int> rows, Span<double> values)
    {
        for (int index = 0; index < rows.Length; index++)
        {
            if (!this.TryRead(block.Field(rows[index], field), out values[index]))
            {
                return index;
            }
        }

        return rows.Length;
    }

    /// <summary>Forgets the strings of <see cref="Dictionary"/> where it learns; numbering starts anew.</summary>
    public virtual void Forget()
    {
    }

    /// <summary>Why a field does not fit.</summary>
    /// <param name="field">A field that <see cref="TryRead"/> refused.</param>
    /// <param name="text">The same as a string.</param>
    public FieldProblem Explain(ReadOnlySpan<byte> field, string text)
    {
        string column = $"Column {Quote.Value(this.Schema.Name)}: ";
        if (!FieldText.IsMissing(field))
        {
            FieldProblem problem = this.ExplainValue(field, Quote.Value(text));
            return problem with { Text = column + problem.Text };
        }

        return this.Schema.Role == ColumnRole.Weight
            ? new FieldProblem(DataDiagnostics.InvalidWeight, column + "the weight is missing; a weight is a number of 0 or more.")
            : new FieldProblem(
                DataDiagnostics.MissingValue,
                column + "the value is missing, and the contract says that it never is. Set \"nullable\": true for the column in the contract, or fill the value in.");
    }

    /// <summary>The value of a field that is not missing.</summary>
    protected abstract bool TryParse(ReadOnlySpan<byte> field, out double value);

    /// <summary>Why a field that is not missing does not fit.</summary>
    /// <param name="field">The field.</param>
    /// <param name="quoted">The field, quoted for a message.</param>
    protected abstract FieldProblem ExplainValue(ReadOnlySpan<byte> field, string quoted);
}

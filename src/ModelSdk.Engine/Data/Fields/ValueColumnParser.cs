using System.Runtime.CompilerServices;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>Reads numbers, whole numbers, booleans and dates.</summary>
/// <param name="schema">The column's contract.</param>
internal sealed class ValueColumnParser(ContractColumn schema) : ColumnParser(schema)
{
    private readonly bool isWeight = schema.Role == ColumnRole.Weight;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int ReadAll(RowBlock block, int field, ReadOnlySpan<int> rows, Span<double> values)
    {
        if (this.Schema.Kind != ColumnKind.Numeric || this.isWeight)
        {
            return base.ReadAll(block, field, rows, values);
        }

        ReadOnlySpan<byte> bytes = block.Bytes;
        for (int index = 0; index < rows.Length; index++)
        {
            block.Locate(rows[index], field, out int start, out int length);
            if (!DecimalText.TryParse(bytes, start, length, out values[index]) && !this.TryRead(bytes.Slice(start, length), out values[index]))
            {
                return index;
            }
        }

        return rows.Length;
    }

    /// <inheritdoc/>
    protected override bool TryParse(ReadOnlySpan<byte> field, out double value) =>
        ColumnKindText.TryParse(this.Schema.Kind, field, out value) && (!this.isWeight || value >= 0);

    /// <inheritdoc/>
    protected override FieldProblem ExplainValue(ReadOnlySpan<byte> field, string quoted) =>
        this.isWeight && ColumnKindText.TryParse(this.Schema.Kind, field, out _)
            ? new FieldProblem(DataDiagnostics.InvalidWeight, $"the weight {quoted} is negative; a weight is a number of 0 or more.")
            : new FieldProblem(DataDiagnostics.ValueOfWrongKind, $"{quoted} is not {ColumnKindText.Describe(this.Schema.Kind)}.{this.Hint(field)}");

    private string Hint(ReadOnlySpan<byte> field) => this.Schema.Kind switch
    {
        ColumnKind.Numeric or ColumnKind.Integer when FieldText.IsInfinite(field) => " A number must be finite; leave the field empty where the value is unknown.",
        ColumnKind.Numeric or ColumnKind.Integer when FieldText.HasDecimalComma(field) => " Numbers are written with a decimal point: 1.5.",
        ColumnKind.Integer when FieldText.TryNumber(field, out _) => " Set \"kind\": \"numeric\" for the column in the contract if fractions are right.",
        _ => " Correct the value, or the column's \"kind\" in the contract.",
    };
}

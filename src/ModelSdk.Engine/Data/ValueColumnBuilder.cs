using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Engine.Data;

/// <summary>Collects numbers, whole numbers, booleans and dates.</summary>
/// <param name="schema">The column's contract.</param>
internal sealed class ValueColumnBuilder(ContractColumn schema) : ColumnBuilder(schema)
{
    private readonly bool isWeight = schema.Role == ColumnRole.Weight;

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

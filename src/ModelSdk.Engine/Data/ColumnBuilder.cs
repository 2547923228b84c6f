using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Collects the values of one column.</summary>
/// <param name="schema">The column's contract.</param>
internal abstract class ColumnBuilder(ContractColumn schema)
{
    private readonly List<double> values = [];

    /// <summary>The column's contract.</summary>
    public ContractColumn Schema { get; } = schema;

    /// <summary>The strings that the values are indexes of; empty for other kinds.</summary>
    protected virtual IReadOnlyList<string> Dictionary => [];

    /// <summary>The builder for a column.</summary>
    /// <param name="schema">A column in use.</param>
    public static ColumnBuilder For(ContractColumn schema) => schema switch
    {
        { Role: ColumnRole.Label, Classes.Count: > 0 } => new ClassColumnBuilder(schema),
        { Kind: ColumnKind.Categorical or ColumnKind.Text } => new TextColumnBuilder(schema),
        _ => new ValueColumnBuilder(schema),
    };

    /// <summary>Appends a field.</summary>
    /// <param name="field">Its text as UTF-8.</param>
    /// <returns>False where the field does not fit; <see cref="Explain"/> says why.</returns>
    public bool TryAdd(ReadOnlySpan<byte> field)
    {
        double value = double.NaN;
        bool fits = FieldText.IsMissing(field) ? this.MayBeMissing : this.TryParse(field, out value);
        this.values.Add(value);
        return fits;
    }

    /// <summary>Why a field does not fit.</summary>
    /// <param name="field">A field that <see cref="TryAdd"/> refused.</param>
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

    /// <summary>The finished column.</summary>
    public DataColumn Build() => new(this.Schema, [.. this.values], this.Dictionary);

    /// <summary>The value of a field that is not missing.</summary>
    protected abstract bool TryParse(ReadOnlySpan<byte> field, out double value);

    /// <summary>Why a field that is not missing does not fit.</summary>
    /// <param name="field">The field.</param>
    /// <param name="quoted">The field, quoted for a message.</param>
    protected abstract FieldProblem ExplainValue(ReadOnlySpan<byte> field, string quoted);

    private bool MayBeMissing => this.Schema.Nullable && this.Schema.Role != ColumnRole.Weight;
}

using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Collects the label of a classification as indexes of the contract's classes.</summary>
internal sealed class ClassColumnBuilder : ColumnBuilder
{
    private readonly bool isText;
    private readonly TextIndex byText = new();
    private readonly Dictionary<double, int> byValue = [];

    /// <summary>Creates the builder.</summary>
    /// <param name="schema">The label's contract.</param>
    public ClassColumnBuilder(ContractColumn schema)
        : base(schema)
    {
        this.isText = schema.Kind is ColumnKind.Categorical or ColumnKind.Text;
        for (int index = 0; index < schema.Classes.Count; index++)
        {
            this.byText.Add(schema.Classes[index]);

            // The class "no" of a boolean label is also written "false" or "0" in data.
            if (!this.isText && ColumnKindText.TryParse(schema.Kind, Encoding.UTF8.GetBytes(schema.Classes[index]), out double value))
            {
                this.byValue.TryAdd(value, index);
            }
        }
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Dictionary => this.Schema.Classes;

    /// <inheritdoc/>
    protected override bool TryParse(ReadOnlySpan<byte> field, out double value)
    {
        int index = -1;
        bool known = this.isText
            ? this.byText.TryGet(field, out index)
            : ColumnKindText.TryParse(this.Schema.Kind, field, out double parsed) && this.byValue.TryGetValue(parsed, out index);
        value = index;
        return known;
    }

    /// <inheritdoc/>
    protected override FieldProblem ExplainValue(ReadOnlySpan<byte> field, string quoted) =>
        this.isText || ColumnKindText.TryParse(this.Schema.Kind, field, out _)
            ? new FieldProblem(
                DataDiagnostics.UnknownClass,
                $"the contract does not know the class {quoted}; it lists {Quote.List([.. this.Schema.Classes.Select(Quote.Value)])}. If the class is new, run \"dotnet model contract update\"; models with other classes are another major version.")
            : new FieldProblem(DataDiagnostics.ValueOfWrongKind, $"{quoted} is not {ColumnKindText.Describe(this.Schema.Kind)}.");
}

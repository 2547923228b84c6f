using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Reads the label of a classification and refuses classes that the contract does not know.</summary>
internal sealed class ClassColumnParser : ColumnParser
{
    private readonly bool isText;
    private readonly TextIndex byText = new();
    private readonly HashSet<double> byValue = [];

    /// <summary>Creates the parser.</summary>
    /// <param name="schema">The label's contract.</param>
    public ClassColumnParser(ContractColumn schema)
        : base(schema)
    {
        this.isText = schema.Kind is ColumnKind.Categorical or ColumnKind.Text;
        foreach (string name in schema.Classes)
        {
            if (this.isText)
            {
                this.byText.Add(name);
            }
            else if (ColumnKindText.TryParse(schema.Kind, Encoding.UTF8.GetBytes(name), out double value))
            {
                // The class "no" of a boolean label is also written "false" or "0" in data.
                this.byValue.Add(value);
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dictionary => this.byText.Texts;

    /// <inheritdoc/>
    protected override bool TryParse(ReadOnlySpan<byte> field, out double value)
    {
        if (!this.isText)
        {
            return ColumnKindText.TryParse(this.Schema.Kind, field, out value) && this.byValue.Contains(value);
        }

        bool known = this.byText.TryGet(field, out int index);
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

using System.Runtime.CompilerServices;
using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Reads strings as indexes of a dictionary, so that a repeated string costs no memory.</summary>
/// <param name="schema">The column's contract.</param>
internal sealed class TextColumnParser(ContractColumn schema) : ColumnParser(schema)
{
    private readonly HashSet<string>? closedSet = schema.Closed ? new HashSet<string>(schema.Categories, StringComparer.Ordinal) : null;
    private TextIndex texts = new();

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dictionary => this.texts.Texts;

    /// <inheritdoc/>
    public override bool Learns => true;

    /// <inheritdoc/>
    public override void Forget() => this.texts = new TextIndex();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override bool TryParse(ReadOnlySpan<byte> field, out double value)
    {
        bool known = this.texts.TryGet(field, out int index);
        if (!known)
        {
            string text = Encoding.UTF8.GetString(field);
            known = this.closedSet?.Contains(text) != false;
            index = known ? this.texts.Add(text) : -1;
        }

        value = index;
        return known;
    }

    /// <inheritdoc/>
    protected override FieldProblem ExplainValue(ReadOnlySpan<byte> field, string quoted) => new(
        DataDiagnostics.UnknownCategory,
        $"{quoted} is not among the closed set of categories: {Quote.List([.. this.Schema.Categories.Select(Quote.Value)])}. Add it to \"categories\" in the contract, or correct it.");
}

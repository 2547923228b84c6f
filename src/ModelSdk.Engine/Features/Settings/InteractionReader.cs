using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Features;

/// <summary>Checks the items <c>ModelInteraction</c>.</summary>
/// <param name="find">Finds a feature by name, or tells that there is none.</param>
/// <param name="fail">Gets the problems.</param>
/// <param name="settings">What the project says about the features.</param>
internal sealed class InteractionReader(
    Func<ProjectItem, string, ContractColumn?> find,
    Action<ModelDiagnostic, string, SourceLocation> fail,
    Dictionary<string, FeatureSettings> settings)
{
    private const string With = "With";

    /// <summary>Reads the items.</summary>
    /// <param name="items">In the project's order.</param>
    /// <returns>For each product the number, and what it is multiplied with.</returns>
    public IReadOnlyList<(string Number, string With)> Read(IReadOnlyList<ProjectItem> items)
    {
        List<(string Number, string With)> products = [];
        foreach (ProjectItem item in items)
        {
            string other = item.Metadata.GetValueOrDefault(With, "").Trim();
            if (this.CheckMetadata(item, other) && find(item, item.Include) is { } left && find(item, other) is { } right && this.Order(item, left, right) is { } product)
            {
                this.Add(item, product, products);
            }
        }

        return products;
    }

    private bool CheckMetadata(ProjectItem item, string other)
    {
        string name = $"The ModelInteraction {Quote.Value(item.Include)}";
        foreach (string unknown in item.Metadata.Keys.Where(key => !key.Equals(With, StringComparison.OrdinalIgnoreCase)))
        {
            fail(FeatureDiagnostics.UnknownSetting, $"{name} has no setting {Quote.Value(unknown)}; valid: {With}.", item.Location);
        }

        if (other.Length == 0)
        {
            fail(FeatureDiagnostics.InvalidSetting, $"{name} does not say with what; set With to a feature.", item.Location);
        }

        return other.Length > 0;
    }

    // The number comes first, so that each product is written in one way.
    private (string Number, string With)? Order(ProjectItem item, ContractColumn left, ContractColumn right)
    {
        if (left == right || !(this.HasNumber(left) || this.HasNumber(right)) || !this.CanMultiply(left) || !this.CanMultiply(right))
        {
            fail(
                FeatureDiagnostics.ImpossibleInteraction,
                $"The ModelInteraction {Quote.Value(left.Name)} ({ContractWriter.Word(left.Kind)}) with {Quote.Value(right.Name)} ({ContractWriter.Word(right.Kind)}) is none: a number, boolean or date with Elapsed among its DateParts is multiplied with another such feature or with a categorical one.",
                item.Location);
            return null;
        }

        return this.HasNumber(left) ? (left.Name, right.Name) : (right.Name, left.Name);
    }

    private void Add(ProjectItem item, (string Number, string With) product, List<(string Number, string With)> products)
    {
        if (products.Contains(product) || products.Contains((product.With, product.Number)))
        {
            fail(FeatureDiagnostics.Repeated, $"The ModelInteraction {Quote.Value(item.Include)} with {Quote.Value(item.Metadata[With].Trim())} stands twice; remove one.", item.Location);
            return;
        }

        products.Add(product);
    }

    private bool CanMultiply(ContractColumn feature) => feature.Kind == ColumnKind.Categorical || this.HasNumber(feature);

    private bool HasNumber(ContractColumn feature) => feature.Kind switch
    {
        ColumnKind.Categorical or ColumnKind.Text => false,
        ColumnKind.Date => settings.GetValueOrDefault(feature.Name)?.DateParts?.Contains(DatePart.Elapsed) ?? true,
        _ => true,
    };
}

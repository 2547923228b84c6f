using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Features;

/// <summary>Checks the items <c>ModelFeature</c> and <c>ModelInteraction</c> against a contract.</summary>
public sealed class FeatureItemReader
{
    private readonly IReadOnlyList<ContractColumn> features;
    private readonly ModelContract contract;
    private readonly List<ModelBuildException> problems = [];

    private FeatureItemReader(ModelContract contract)
    {
        this.contract = contract;
        this.features = contract.Features;
    }

    /// <summary>Reads the items. A setting of a feature's own item wins over one of <c>*</c>.</summary>
    /// <param name="items">The project's items; those of other types are passed over.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="log">Gets every problem but the last.</param>
    /// <exception cref="ModelBuildException">A name, a setting or a value is not valid; the last problem, the others are logged.</exception>
    public static ProjectFeatures Read(IReadOnlyList<ProjectItem> items, ModelContract contract, IEngineLog log)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(log);
        FeatureItemReader reader = new(contract);
        ProjectFeatures features = reader.Read(items);
        foreach (ModelBuildException problem in reader.problems.SkipLast(1))
        {
            log.Report(problem.Diagnostic, problem.Message, problem.Location);
        }

        return reader.problems.Count == 0 ? features : throw reader.problems[^1];
    }

    private ProjectFeatures Read(IReadOnlyList<ProjectItem> items)
    {
        Dictionary<string, FeatureSettings> settings = new(StringComparer.Ordinal);
        List<(ProjectItem Item, FeatureItem Read)> read = [];
        foreach (ProjectItem item in items.Where(item => item.Type == FeatureOptions.FeatureType).OrderByDescending(item => item.Include == FeatureItem.Every))
        {
            IReadOnlyList<ContractColumn> targets = item.Include == FeatureItem.Every ? this.features : [.. this.Find(item, item.Include) is { } found ? [found] : (ContractColumn[])[]];
            if (targets.Count > 0 && this.IsFirst(item, read.Select(pair => pair.Item)))
            {
                FeatureItem feature = new(item, targets, this.Fail);
                read.Add((item, feature));
                foreach (ContractColumn target in targets)
                {
                    settings[target.Name] = feature.Apply(settings.GetValueOrDefault(target.Name, new FeatureSettings()), target);
                }
            }
        }

        InteractionReader interactions = new(this.Find, this.Fail, settings);
        IReadOnlyList<(string Number, string With)> products = interactions.Read([.. items.Where(item => item.Type == FeatureOptions.InteractionType)]);
        return new ProjectFeatures
        {
            Settings = settings,
            Interactions = products,
            Options = [.. read.Select(pair => pair.Read.Option).Concat(FeatureOptions.Of(products)).OrderBy(option => option.Key, StringComparer.Ordinal)],
            Items = [.. read.Select(pair => (pair.Item.Location, pair.Item.Include, (IReadOnlyList<string>)[.. pair.Read.Settings.Select(setting => setting.Definition.Name)]))],
        };
    }

    private bool IsFirst(ProjectItem item, IEnumerable<ProjectItem> before)
    {
        bool first = before.All(other => other.Include != item.Include);
        if (!first)
        {
            this.Fail(FeatureDiagnostics.Repeated, $"{item.Type} {Quote.Value(item.Include)} stands twice; put its settings into one item.", item.Location);
        }

        return first;
    }

    private ContractColumn? Find(ProjectItem item, string name)
    {
        ContractColumn? column = this.contract.Find(name);
        if (column?.Role == ColumnRole.Feature)
        {
            return column;
        }

        string[] names = [.. this.features.Select(feature => feature.Name)];
        string problem = column is null ? "which the contract does not have" : $"whose role in the contract is \"{ContractWriter.Word(column.Role)}\"";
        this.Fail(
            FeatureDiagnostics.UnknownFeature,
            $"The {item.Type} {Quote.Value(item.Include)} names the column {Quote.Value(name)}, {problem}. Features: {Quote.List([.. names.Select(Quote.Value)])}."
                + (column is null ? NearestName.Suggestion(name, names) : ""),
            item.Location);
        return null;
    }

    private void Fail(ModelDiagnostic diagnostic, string text, SourceLocation location) => this.problems.Add(new ModelBuildException(diagnostic, text, location));
}

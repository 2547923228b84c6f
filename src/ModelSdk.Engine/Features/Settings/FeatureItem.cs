using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Engine.Features;

/// <summary>One <c>&lt;ModelFeature&gt;</c>: its settings in canonical form, for one feature or, with <c>*</c>, for all that they fit.</summary>
internal sealed class FeatureItem
{
    /// <summary>The include that means every feature of a fitting kind.</summary>
    public const string Every = "*";

    private readonly Action<ModelDiagnostic, string, SourceLocation> fail;
    private readonly ProjectItem item;
    private readonly IReadOnlyList<ContractColumn> targets;

    /// <summary>Reads an item; what is wrong is told, and left out.</summary>
    /// <param name="item">The item.</param>
    /// <param name="targets">The feature that it names, or every feature.</param>
    /// <param name="fail">Gets the problems.</param>
    public FeatureItem(ProjectItem item, IReadOnlyList<ContractColumn> targets, Action<ModelDiagnostic, string, SourceLocation> fail)
    {
        this.item = item;
        this.targets = targets;
        this.fail = fail;
        this.Settings = [.. FeatureSettingCatalog.All.Select(definition => (Definition: definition, Text: this.Value(definition.Name)))
            .Where(setting => setting.Text is not null)
            .Select(setting => (setting.Definition, setting.Text!))];
        this.CheckNames();
        this.CheckValues();
    }

    /// <summary>The settings that the item has, as they are written.</summary>
    public IReadOnlyList<(FeatureSettingDefinition Definition, string Text)> Settings { get; }

    /// <summary>The item as an option of the recipe; its settings in canonical form where they have one.</summary>
    public KeyValuePair<string, string> Option => KeyValuePair.Create(
        FeatureOptions.FeaturePrefix + this.item.Include,
        string.Join(";", this.Settings.Select(setting => $"{setting.Definition.Name}={this.Canonical(setting.Definition, setting.Text)}")));

    /// <summary>The settings of a feature with those of this item that fit it.</summary>
    /// <param name="settings">The settings so far.</param>
    /// <param name="feature">One of the item's features.</param>
    public FeatureSettings Apply(FeatureSettings settings, ContractColumn feature)
    {
        FeatureSettings applied = settings;
        foreach ((FeatureSettingDefinition definition, string text) in this.Settings)
        {
            string? canonical = definition.Fits(feature.Kind, text) ? definition.Canonical(text, feature.Kind) : null;
            applied = canonical is null ? applied : definition.Apply(applied, canonical, feature.Kind);
        }

        // A constant that is no value of this kind is not meant for the feature.
        return this.item.Include == Every && applied.Impute == FeatureImpute.Constant && applied.ImputeValue is null ? applied with { Impute = settings.Impute } : applied;
    }

    private string? Value(string name) => this.item.Metadata.TryGetValue(name, out string? text) && text.Trim().Length > 0 ? text.Trim() : null;

    // A constant is written differently for different kinds; then it stays as it is written.
    private string Canonical(FeatureSettingDefinition definition, string text)
    {
        string?[] forms = [.. this.targets.Where(target => definition.Fits(target.Kind, text)).Select(target => definition.Canonical(text, target.Kind)).Distinct()];
        return forms is [{ } only] ? only : text;
    }

    private void CheckNames()
    {
        string[] valid = [.. FeatureSettingCatalog.All.Select(definition => definition.Name)];
        foreach (string name in this.item.Metadata.Keys.Where(name => !valid.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            this.Fail(FeatureDiagnostics.UnknownSetting, $"has no setting {Quote.Value(name)}; valid: {Quote.List(valid)}.{NearestName.Suggestion(name, valid)}");
        }

        if (this.item.Metadata.Count == 0)
        {
            this.Fail(FeatureDiagnostics.UnknownSetting, $"sets nothing; valid: {Quote.List(valid)}.");
        }
    }

    private void CheckValues()
    {
        foreach ((FeatureSettingDefinition definition, string text) in this.Settings)
        {
            ContractColumn[] fitting = [.. this.targets.Where(target => definition.Fits(target.Kind, text))];
            if (fitting.Length == 0)
            {
                this.FailKind(definition, text);
            }
            else if (fitting.All(target => definition.Canonical(text, target.Kind) is null))
            {
                this.Fail(FeatureDiagnostics.InvalidSetting, $"has {definition.Name} {Quote.Value(text)}; valid: {definition.Valid}.{NearestName.Suggestion(text, definition.Valid.Split(", "))}");
            }
        }

        bool constant = FeatureImpute.Constant.ToString().Equals(this.Value("Impute"), StringComparison.OrdinalIgnoreCase);
        if (constant != this.Value("ImputeValue") is not null)
        {
            this.Fail(FeatureDiagnostics.InvalidSetting, constant ? "has Impute Constant without an ImputeValue; set one." : "has an ImputeValue, which needs Impute=\"Constant\".");
        }
    }

    private void FailKind(FeatureSettingDefinition definition, string text)
    {
        string setting = definition.KindsOf is null ? definition.Name : $"{definition.Name} {Quote.Value(text)}";
        string kinds = Quote.List([.. (definition.KindsOf?.Invoke(text) ?? definition.Kinds).Select(kind => ContractWriter.Word(kind))]);
        string which = this.item.Include == Every ? "and the contract has none" : $"which it is not: its kind is {ContractWriter.Word(this.targets[0].Kind)}";
        string[] valid = [.. FeatureSettingCatalog.All.Where(other => other.Kinds.Contains(this.targets[0].Kind)).Select(other => other.Name)];
        this.Fail(
            FeatureDiagnostics.SettingOfAnotherKind,
            $"has {setting}, which is for features of kind {kinds}, {which}." + (this.item.Include == Every ? "" : $" Its settings: {Quote.List(valid)}."));
    }

    private void Fail(ModelDiagnostic diagnostic, string text) => this.fail(diagnostic, $"The ModelFeature {Quote.Value(this.item.Include)} {text}", this.item.Location);
}

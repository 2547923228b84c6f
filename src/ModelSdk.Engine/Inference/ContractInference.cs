using ModelSdk.Contracts;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Inference;

/// <summary>Makes a contract from data in one pass; docs/contract.md has the rules.</summary>
public static class ContractInference
{
    private static readonly string[] TypeEndings = ["Input", "Prediction", "Predictor", "Model", "Explanation"];

    /// <summary>Infers the contract.</summary>
    /// <param name="training">At least one file.</param>
    /// <param name="test">The files of <c>TestData</c>: kinds, ranges, classes and missing values come from both.</param>
    /// <param name="request">What the project says.</param>
    /// <param name="log">Gets the progress.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ModelBuildException">The data is malformed, or the label does not fit the task.</exception>
    public static InferredContract Infer(
        IReadOnlyList<DataFile> training, IReadOnlyList<DataFile> test, InferenceRequest request, IEngineLog log, CancellationToken cancellation)
    {
        DataProfile profile = DataProfile.Read([.. training, .. test], request.Sources, log, cancellation);
        string[] names = [.. profile.Columns.Select(column => column.Name)];
        if (!names.Contains(request.Label))
        {
            string closest = NearestName.Find(request.Label, names) is { } name ? $" Did you mean {Quote.Value(name)}?" : "";
            string text = $"ModelLabel is {Quote.Value(request.Label)}, but the data has no such column. It has {Quote.List([.. names.Select(Quote.Value)])}.{closest}";
            throw new ModelBuildException(DataDiagnostics.LabelColumnMissing, text, request.LabelDeclaredAt);
        }

        IReadOnlyList<string> properties = PropertyNames.CleanAll(names, [.. TypeEndings.Select(ending => request.ModelName + ending)]);
        (ContractColumn Column, ColumnDecision Decision)[] decided =
            [.. profile.Columns.Select((column, index) => Decide(column, properties[index], request))];
        ColumnDecision[] decisions = [.. decided.Select(pair => pair.Decision)];
        if (request.Task == ModelTask.Forecasting)
        {
            decisions = new ForecastInference(profile, request).Decide(decisions, training, cancellation);
        }
        else
        {
            RequireFeature(decisions, request);
        }

        ModelContract contract = new(request.Task, new EquatableArray<ContractColumn>(decided.Select((pair, index) => pair.Column with { Role = decisions[index].Role })));
        return new InferredContract(contract, decisions) { Suggestion = SplitSuggestion.Of(profile, decisions) };
    }

    private static (ContractColumn Column, ColumnDecision Decision) Decide(ColumnProfile profile, string property, InferenceRequest request)
    {
        if (profile.Name == request.Label)
        {
            (ContractColumn label, string reason) = new LabelInference(profile, request).Decide();
            return (label with { Property = property }, new ColumnDecision(label.Name, label.Role, label.Kind, false, reason));
        }

        ColumnDecision decision = FeatureInference.Decide(profile);
        bool hasRange = decision.Kind is ColumnKind.Numeric or ColumnKind.Integer;
        ContractColumn column = new(profile.Name, property, decision.Role, decision.Kind)
        {
            Nullable = decision.Nullable,
            Minimum = hasRange ? profile.Minimum : null,
            Maximum = hasRange ? profile.Maximum : null,
            Reference = decision is { Role: ColumnRole.Feature, Kind: ColumnKind.Date } ? (int)Math.Floor(profile.EarliestDate) : null,
        };
        return (column, decision);
    }

    private static void RequireFeature(IEnumerable<ColumnDecision> decisions, InferenceRequest request)
    {
        if (!decisions.Any(decision => decision.Role == ColumnRole.Feature))
        {
            string reasons = string.Join(" ", decisions.Where(decision => decision.Role == ColumnRole.Ignore).Take(5).Select(decision => $"{Quote.Value(decision.Name)}: {decision.Reason}."));
            throw new ModelBuildException(DataDiagnostics.NoFeature, $"No column beside the label {Quote.Value(request.Label)} can be a feature. {reasons}", request.LabelDeclaredAt);
        }
    }
}

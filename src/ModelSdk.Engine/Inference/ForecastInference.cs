using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Inference;

/// <summary>Decides the roles of a forecast's columns: one is the time, some tell series apart, the others are not used.</summary>
/// <param name="profile">What was seen.</param>
/// <param name="request">What the project says.</param>
internal sealed class ForecastInference(DataProfile profile, InferenceRequest request)
{
    private const int MostCandidates = 10;
    private const int MostGroups = 3;

    /// <summary>Turns the decisions of other tasks into those of a forecast.</summary>
    /// <param name="decisions">One for each column, the label among them.</param>
    /// <param name="files">The training data, which is read a second time.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="ModelBuildException">No column can be the time.</exception>
    public ColumnDecision[] Decide(ColumnDecision[] decisions, IReadOnlyList<DataFile> files, CancellationToken cancellation)
    {
        (ColumnDecision time, string why) = this.Time(decisions);
        string[] candidates = [.. decisions.Where(this.MayTellApart).Take(MostCandidates).Select(decision => decision.Name)];
        string[]? groups = RowIdentity.Read(files, request.Sources, [time.Name, .. candidates], cancellation).SmallestIdentity(MostGroups);
        string unclear = groups is null ? "; several rows have one time and no column of strings tells them apart: set \"role\": \"group\" for the columns that do, or combine the rows" : "";
        return Array.ConvertAll(decisions, decision =>
            decision.Role == ColumnRole.Label ? decision
            : decision.Name == time.Name ? With(decision, ColumnRole.Time, why + unclear)
            : groups?.Contains(decision.Name) == true ? With(decision, ColumnRole.Group, "with the time it identifies the rows, so it tells series apart")
            : decision.Role == ColumnRole.Ignore ? decision
            : With(decision, ColumnRole.Ignore, "a forecast has no features"));
    }

    private static ColumnDecision With(ColumnDecision decision, ColumnRole role, string why) =>
        decision with { Role = role, Reason = decision.Reason.Length == 0 ? why : $"{decision.Reason}; {why}" };

    private (ColumnDecision Decision, string Why) Time(ColumnDecision[] decisions)
    {
        ColumnDecision[] complete = [.. decisions.Where(decision => decision is { Role: ColumnRole.Feature, Nullable: false })];
        ColumnDecision[] dates = [.. complete.Where(decision => decision.Kind == ColumnKind.Date)];
        if (dates.Length > 0)
        {
            ColumnDecision chosen = dates.MaxBy(decision => this.Column(decision.Name).Distinct.Count)!;
            string others = Quote.List([.. dates.Where(decision => decision != chosen).Select(decision => Quote.Value(decision.Name))]);
            return (chosen, dates.Length == 1 ? "the only date is the time" : $"of the dates it has most different values, so it is the time; if {others} is, set \"role\": \"time\" there and \"ignore\" here");
        }

        ColumnDecision[] indices = [.. complete.Where(decision => decision.Kind == ColumnKind.Integer && this.Column(decision.Name).IsStrictlyIncreasing)];
        return indices.Length == 1 ? (indices[0], "the only whole numbers that grow from row to row are the time") : throw this.NoTime(decisions);
    }

    private bool MayTellApart(ColumnDecision decision)
    {
        ColumnProfile column = this.Column(decision.Name);
        bool kind = decision.Kind == ColumnKind.Categorical || (decision.Kind == ColumnKind.Integer && IdentifierName.Is(decision.Name));
        return decision is { Role: ColumnRole.Feature, Nullable: false } && kind && column.Distinct.Count < column.Present;
    }

    private ColumnProfile Column(string name) => profile.Columns.First(column => column.Name == name);

    private ModelBuildException NoTime(ColumnDecision[] decisions)
    {
        string[] partial = [.. decisions.Where(decision => decision is { Kind: ColumnKind.Date, Nullable: true }).Select(decision => Quote.Value(decision.Name))];
        string missing = partial.Length == 0 ? "" : $" In {Quote.List(partial)} dates are missing; every row needs one.";
        return new ModelBuildException(
            ForecastDiagnostics.NoTimeColumn,
            $"Forecasting needs a column that says when each row was, and the data has no complete column of ISO 8601 dates (2026-01-31).{missing} Make one of the columns that hold parts of it, or write "
            + $"{request.ModelName}.schema.json with \"role\": \"time\" for a column of numbers. The data has {Quote.List([.. decisions.Select(decision => Quote.Value(decision.Name))])}.",
            request.TaskDeclaredAt);
    }
}

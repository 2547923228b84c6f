using System.Globalization;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Versions;
using ModelSdk.Runtime;
using ModelSdk.Store;

namespace ModelSdk.Engine.Stations;

/// <summary>Scores committed versions on the rows that judge the new model, each through the contract that its own file carries.</summary>
/// <param name="session">The build.</param>
/// <param name="model">The new model.</param>
/// <param name="table">The table that the test rows come from.</param>
/// <param name="rows">The test rows.</param>
internal sealed class BaselineScoring(BuildSession session, PredictionModel model, DataTable table, int[] rows)
{
    private readonly string contractDigest = ContractDigest.Of(session.Contract);
    private readonly double[] ownScores = TableScores.Of(model, table, rows);

    /// <summary>The digest of what chose the judged rows; null for none.</summary>
    public string? RowsDigest { get; init; }

    /// <summary>Scores every version of a plan; what cannot be scored says why.</summary>
    public BaselineScores Score(BaselinePlan plan) => new(plan.IsFirstVersion, [.. plan.Baselines.Select(baseline => baseline.Version is { } version
        ? this.Score(baseline.Reference, version)
        : new BaselineScore(baseline.Reference, "", "") { Problem = baseline.Problem })]);

    private BaselineScore Score(string reference, VersionEntry version)
    {
        BaselineScore score = new(reference, version.Id, version.Number.ToString()) { Rows = rows.Length };
        try
        {
            PredictionModel baseline = PredictionModel.Load(session.Lineage.ReadModel(version));
            ModelContract contract = version.ContractDigest == this.contractDigest ? session.Contract : session.Lineage.ReadContract(version);
            return this.Incompatibility(contract) is { } problem ? score with { Problem = problem } : this.Score(score, baseline, contract, version);
        }
        catch (Exception exception) when (exception is StoreException or ModelFormatException)
        {
            return score with { Problem = exception.Message.TrimEnd('.') };
        }
        catch (ModelBuildException exception)
        {
            return score with { Problem = $"the current data does not fit its contract: {exception.Message.TrimEnd('.')}" };
        }
    }

    private BaselineScore Score(BaselineScore score, PredictionModel baseline, ModelContract contract, VersionEntry version)
    {
        if (session.Contract.Task == ModelTask.Forecasting && session.IsProcedureJudged)
        {
            // A forecast says nothing about times that it was fitted to.
            return this.CrossValidated(version) is { } recorded
                ? score with { Metrics = recorded, ChangedDecisions = rows.Length }
                : score with { Problem = "a forecast is judged from rolling origins, and this version was not from these" };
        }

        DataTable own = contract == session.Contract ? table : session.TestTableBy(contract);
        if (own.RowCount != table.RowCount)
        {
            return score with { Problem = string.Create(CultureInfo.InvariantCulture, $"its contract reads {own.RowCount} rows with a label where the current one reads {table.RowCount}") };
        }

        double[] scores = this.InOwnOrder(TableScores.Of(baseline, own, rows), contract);
        ModelEvaluation evaluation = ModelScoring.Evaluate(scores, baseline.Threshold, table, rows, session.Contract, session.Trained.Naive, SourceLocation.None);
        return score with
        {
            Metrics = this.CrossValidated(version) ?? evaluation.Metrics,
            ChangedDecisions = this.CountChanges(scores, baseline),
            Note = this.Overlap(version),
        };
    }

    /// <summary>Where folds judge, a version was fitted to the rows: its own cross-validation of the same rows and folds is the fair comparison.</summary>
    private MetricValues? CrossValidated(VersionEntry version)
    {
        VersionRecord record = session.Lineage.Lineage.Read(version);
        return session.IsProcedureJudged && record.TestDigest == this.RowsDigest ? new MetricValues(record.Metrics, []) : null;
    }

    private string? Incompatibility(ModelContract contract)
    {
        ContractColumn before = contract.Label;
        ContractColumn now = session.Contract.Label;
        return contract.Task != session.Contract.Task ? $"its task is {contract.Task}, not {session.Contract.Task}"
            : before.Name != now.Name ? $"it predicts {Quote.Value(before.Name)}, not {Quote.Value(now.Name)}"
            : !before.Classes.Order(StringComparer.Ordinal).SequenceEqual(now.Classes.Order(StringComparer.Ordinal)) ? $"it knows the classes {Quote.List([.. before.Classes.Select(Quote.Value)])}, not {Quote.List([.. now.Classes.Select(Quote.Value)])}"
            : before.Positive != now.Positive ? $"its positive class is {Quote.Value(before.Positive ?? "")}, not {Quote.Value(now.Positive ?? "")}"
            : null;
    }

    /// <summary>Puts the probabilities of many classes into the order of the new model's classes.</summary>
    private double[] InOwnOrder(double[] scores, ModelContract contract)
    {
        IReadOnlyList<string> own = session.Contract.Label.Classes;
        if (model.ScoreCount == 1 || own.SequenceEqual(contract.Label.Classes))
        {
            return scores;
        }

        List<string> theirs = [.. contract.Label.Classes];
        int[] places = [.. own.Select(name => theirs.IndexOf(name))];
        return [.. Enumerable.Range(0, scores.Length).Select(index => scores[index - (index % own.Count) + places[index % own.Count]])];
    }

    private int CountChanges(double[] scores, PredictionModel baseline)
    {
        int width = model.ScoreCount;
        return Enumerable.Range(0, rows.Length).Count(row => model.Task switch
        {
            ModelTask.Regression or ModelTask.Forecasting => !scores[row].Equals(this.ownScores[row]),
            ModelTask.BinaryClassification or ModelTask.AnomalyDetection => baseline.IsPositive(scores[row]) != model.IsPositive(this.ownScores[row]),
            _ => PredictionModel.PredictedClass(scores.AsSpan(row * width, width)) != PredictionModel.PredictedClass(this.ownScores.AsSpan(row * width, width)),
        });
    }

    /// <summary>The holdout is drawn by a hash that stays put; another seed or fraction draws rows that the older version may have learned from.</summary>
    private string? Overlap(VersionEntry version)
    {
        Dictionary<string, string> recorded = session.Lineage.Lineage.Read(version).Options.ToDictionary(StringComparer.Ordinal);
        string[] changed = [.. session.Trained.Options
            .Where(option => option.Key is "SplitBy" or "Seed" or "TestFraction" && recorded.GetValueOrDefault(option.Key) != option.Value)
            .Select(option => $"{option.Key} was {recorded.GetValueOrDefault(option.Key, "not set")} and is {option.Value}")];
        if (session.IsProcedureJudged && this.CrossValidated(version) is null)
        {
            return $"{version.Number} was not cross-validated on these rows and folds; it may have learned from these rows, which flatters it";
        }

        return changed.Length == 0 ? null : $"{version.Number} was split otherwise ({string.Join(", ", changed)}) and may have learned from these rows, which flatters it";
    }
}

using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Evaluation;
using ModelSdk.Engine.Features;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Training;

namespace ModelSdk.Benchmarks.Training;

/// <summary>A file of the generator as boosting takes it, categories as they are: nine tenths of the rows to train on, one to judge by.</summary>
internal sealed class BoostingData
{
    private const int Share = 10;

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tenth">Which tenth judges, 0 to 9: the rows with this last digit.</param>
    public BoostingData(string path, int tenth)
    {
        this.Contract = ContractReader.Read(GeneratedContract.OfBinaryClassification);
        DataTable table = new CsvDataSource().Read([new DataFile(path, Path.GetFileName(path), SourceLocation.None)], this.Contract, 1, SilentLog.Instance, CancellationToken.None);
        int[] all = [.. Enumerable.Range(0, table.RowCount)];
        int[] training = [.. all.Where(row => row % Share != tenth)];
        this.Features = FeatureFitter.Fit(table, training, this.Contract, FeatureForm.Native);
        this.Training = TrainingDataBuilder.Build(table, training, this.Contract, this.Features);
        this.Test = TrainingDataBuilder.Build(table, [.. all.Where(row => row % Share == tenth)], this.Contract, this.Features);
    }

    public ModelContract Contract { get; }

    public IReadOnlyList<FeatureEncoding> Features { get; }

    public TrainingData Training { get; }

    public TrainingData Test { get; }

    /// <summary>The area under the ROC curve of margins of the rows to judge by.</summary>
    /// <param name="margins">One a row.</param>
    public double AreaUnderCurve(double[] margins)
    {
        double[] scores = [.. margins.Select(margin => 1 / (1 + Math.Exp(-margin)))];
        return Evaluator.Metrics(new EvaluationInput(ModelTask.BinaryClassification, this.Test.Target, scores) { Classes = this.Contract.Label.Classes })
            .Find(MetricCatalog.RocAuc.Name)!.Value;
    }
}

using ModelSdk.Engine.Training;

namespace ModelSdk.LightGbm;

/// <summary>Which rows are fitted and which validate, and how much each counts.</summary>
internal sealed class TrainingRows
{
    private readonly TrainingData data;
    private readonly double[]? weights;

    /// <summary>Parts the rows.</summary>
    /// <param name="data">The training data.</param>
    /// <param name="values">The hyperparameters.</param>
    public TrainingRows(TrainingData data, HyperparameterValues values)
    {
        this.data = data;
        this.weights = ClassWeights.Of(data, values.Text(ClassWeights.Name));
        int[] all = [.. Enumerable.Range(0, data.Design.Rows)];
        bool validates = values.WholeNumber(TreeHyperparameters.EarlyStopping) > 0;
        (int[] fitted, int[] validation) = validates ? ValidationSplit.Split(data, values.Number(TreeHyperparameters.ValidationFraction)) : (all, []);
        bool usable = this.Counts(fitted) && this.Counts(validation);
        this.Fitted = usable ? fitted : all;
        this.Validation = usable ? validation : [];
    }

    /// <summary>The rows that trees are fitted to, ascending.</summary>
    public int[] Fitted { get; }

    /// <summary>The rows that validate, ascending; empty for none.</summary>
    public int[] Validation { get; }

    /// <summary>The labels of some rows, as LightGBM keeps them.</summary>
    /// <param name="rows">The rows.</param>
    public float[] Labels(int[] rows) => [.. rows.Select(row => (float)this.data.Target[row])];

    /// <summary>The weights of some rows, as LightGBM keeps them; null where all are 1.</summary>
    /// <param name="rows">The rows.</param>
    public float[]? Weights(int[] rows) => this.weights is null ? null : [.. rows.Select(row => (float)this.weights[row])];

    private bool Counts(int[] rows) => rows.Length > 0 && (this.weights is null || Array.Exists(rows, row => this.weights[row] > 0));
}

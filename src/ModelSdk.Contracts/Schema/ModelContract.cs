namespace ModelSdk.Contracts.Schema;

/// <summary>The contract between data, model and code: which columns there are, what they mean, and what the model predicts.</summary>
/// <param name="Task">What the model predicts.</param>
/// <param name="Columns">The columns, in the data's order when the contract was made.</param>
public sealed record ModelContract(ModelTask Task, EquatableArray<ContractColumn> Columns)
{
    /// <summary>The newest version of the file format that this code reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The column that the model predicts.</summary>
    /// <exception cref="InvalidOperationException">The contract was not validated and has no label, or two.</exception>
    public ContractColumn Label => this.Columns.Single(column => column.Role == ColumnRole.Label);

    /// <summary>
    /// The inputs of the model, in contract order; of a forecast the time column, then the columns that tell its series apart. Their position is the
    /// slot that the kernels read.
    /// </summary>
    public IReadOnlyList<ContractColumn> Features => this.Task == ModelTask.Forecasting
        ? [.. this.With(ColumnRole.Time), .. this.With(ColumnRole.Group)]
        : [.. this.With(ColumnRole.Feature)];

    /// <summary>The column of that name, or null.</summary>
    /// <param name="name">A header name, compared ordinally.</param>
    public ContractColumn? Find(string name) => this.Columns.FirstOrDefault(column => column.Name == name);

    private IEnumerable<ContractColumn> With(ColumnRole role) => this.Columns.Where(column => column.Role == role);
}

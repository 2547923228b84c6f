namespace ModelSdk.Engine.Profiles;

/// <summary>What a table of rows looked like: enough to see later, without the rows, how other rows differ.</summary>
/// <param name="Rows">How many rows there were.</param>
/// <param name="Columns">One for each column that was read, in contract order; ignored columns are not among them.</param>
public sealed record TableProfile(int Rows, IReadOnlyList<ColumnDistribution> Columns)
{
    /// <summary>The column of that name, or null where there is none.</summary>
    /// <param name="name">A column's name, compared ordinally.</param>
    public ColumnDistribution? Find(string name) => this.Columns.FirstOrDefault(column => column.Name == name);
}

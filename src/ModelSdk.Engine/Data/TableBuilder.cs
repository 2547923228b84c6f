using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Data;

/// <summary>Collects the rows of files into one table.</summary>
internal sealed class TableBuilder : IDisposable
{
    private const int RowsBetweenReports = 1 << 14;
    private readonly ModelContract contract;
    private readonly long seed;
    private readonly IEngineLog log;
    private readonly ColumnBuilder[] columns;
    private readonly DataDigest digest = new();
    private readonly List<ulong> hashes = [];
    private long rows;

    /// <summary>Creates an empty table.</summary>
    public TableBuilder(ModelContract contract, long seed, IEngineLog log)
    {
        this.contract = contract;
        this.seed = seed;
        this.log = log;
        this.columns = [.. contract.Columns.Where(column => column.Role != ColumnRole.Ignore).Select(ColumnBuilder.For)];
    }

    /// <summary>Appends all rows of a file that have a label.</summary>
    public void Add(IRecordReader reader, CancellationToken cancellation)
    {
        Func<string, int> fieldOf = ContractFields.Match(this.contract, reader, this.log);
        int[] fields = [.. this.columns.Select(column => fieldOf(column.Schema.Name))];
        int labelField = fieldOf(this.contract.Label.Name);
        HoldoutHasher hasher = new(this.contract, fieldOf, this.seed, this.hashes);
        long rowsBefore = this.rows;
        this.digest.BeginFile(reader.Header);
        while (reader.Read())
        {
            this.Report(cancellation);
            this.AddToDigest(reader);
            if (!FieldText.IsMissing(reader.Field(labelField)))
            {
                this.AddRow(reader, fields);
                hasher.Add(reader);
            }
        }

        this.digest.EndFile();
        if (this.rows == rowsBefore)
        {
            SourceLocation location = new(reader.File.Path, 1, 1);
            throw new ModelBuildException(DataDiagnostics.DataFileEmpty, "The file has a header and no rows.", location);
        }
    }

    /// <summary>The finished table.</summary>
    /// <param name="declaredAt">The item that named the data.</param>
    public DataTable Build(SourceLocation declaredAt)
    {
        long unlabelled = this.rows - this.hashes.Count;
        string label = Quote.Value(this.contract.Label.Name);
        if (this.hashes.Count == 0)
        {
            throw new ModelBuildException(DataDiagnostics.NoLabelledRow, $"None of the {Count.Of(this.rows, "row")} has a value in the label column {label}.", declaredAt);
        }

        if (unlabelled > 0)
        {
            this.log.Report(
                DataDiagnostics.RowsWithoutLabel, $"{Count.Of(unlabelled, "row")} of {Count.Text(this.rows)} without a value in the label column {label} left out.", declaredAt);
        }

        return new DataTable(this.hashes.Count, [.. this.columns.Select(column => column.Build())], this.digest.Finish(), [.. this.hashes]);
    }

    /// <inheritdoc/>
    public void Dispose() => this.digest.Dispose();

    private void Report(CancellationToken cancellation)
    {
        if (++this.rows % RowsBetweenReports == 0)
        {
            cancellation.ThrowIfCancellationRequested();
            this.log.Progress($"{Count.Of(this.rows, "row")} read");
        }
    }

    private void AddToDigest(IRecordReader reader)
    {
        this.digest.BeginRow();
        for (int index = 0; index < reader.Header.Count; index++)
        {
            this.digest.AddField(reader.Field(index));
        }
    }

    private void AddRow(IRecordReader reader, int[] fields)
    {
        for (int index = 0; index < this.columns.Length; index++)
        {
            ReadOnlySpan<byte> field = reader.Field(fields[index]);
            if (!this.columns[index].TryAdd(field))
            {
                FieldProblem problem = this.columns[index].Explain(field, Encoding.UTF8.GetString(field));
                throw new ModelBuildException(problem.Diagnostic, problem.Text, reader.PlaceOf(fields[index])());
            }
        }
    }
}

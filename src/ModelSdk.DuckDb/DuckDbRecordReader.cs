using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.DuckDb;

/// <summary>The rows of a file or query, each field as text.</summary>
internal sealed class DuckDbRecordReader : IRecordReader
{
    private readonly DuckDbSession session;
    private readonly DuckDbRows rows;
    private readonly JsonText?[] json;
    private long row = -1;

    /// <summary>Takes over a session and its rows.</summary>
    /// <param name="file">The file or query.</param>
    /// <param name="session">The session that reads it.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Its rows, the columns as text.</param>
    /// <exception cref="ModelBuildException">A column has no name, or two have the same.</exception>
    public DuckDbRecordReader(DataFile file, DuckDbSession session, IReadOnlyList<DuckDbColumn> columns, DuckDbRows rows)
    {
        this.File = file;
        this.session = session;
        this.rows = rows;
        this.json = [.. columns.Select(column => column.Type == "JSON" ? new JsonText() : null)];
        this.Header = [.. columns.Select(column => column.Name)];
        this.CheckHeader();
    }

    /// <inheritdoc/>
    public DataFile File { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Turns what DuckDB says on the way into a diagnostic.</summary>
    public required Func<DuckDbException, ModelBuildException> Explain { get; init; }

    /// <summary>The line of a row from 0; 0 where rows have no lines.</summary>
    public Func<long, int> LineOf { get; init; } = _ => 0;

    /// <inheritdoc/>
    public bool Read()
    {
        try
        {
            this.row++;
            return this.rows.Read();
        }
        catch (DuckDbException exception)
        {
            throw this.Explain(exception);
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Field(int index)
    {
        ReadOnlySpan<byte> field = this.rows.Field(index);
        if (this.json[index] is not { } text)
        {
            return field;
        }

        if (text.TryRead(field, out ReadOnlySpan<byte> value))
        {
            return value;
        }

        string problem = $"Column {Quote.Value(this.Header[index])}: {Quote.Value(Encoding.UTF8.GetString(field))} is {(field[0] == '{' ? "an object" : "an array")}; a column holds one number, text or boolean a row. "
            + "Write a query (ModelQueryFile) that leaves it out, or takes out of it what is needed.";
        throw new ModelBuildException(QueryDiagnostics.UnsupportedType, problem, this.PlaceOf(index)());
    }

    /// <inheritdoc/>
    public Func<SourceLocation> PlaceOf(int index)
    {
        long current = this.row;
        return () => new SourceLocation(this.File.Path, this.LineOf(current));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        this.rows.Dispose();
        this.session.Dispose();
    }

    private void CheckHeader()
    {
        string? twice = this.Header.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        string? problem = this.Header.Contains("") ? "A column has no name." : twice is not null ? $"The column {Quote.Value(twice)} comes twice; give one of them another name with AS." : null;
        if (problem is not null)
        {
            this.rows.Dispose();
            throw new ModelBuildException(DataDiagnostics.InvalidHeader, problem, new SourceLocation(this.File.Path));
        }
    }
}

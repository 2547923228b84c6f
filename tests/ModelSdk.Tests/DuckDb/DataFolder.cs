using System.Text;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.DuckDb;

/// <summary>Data files that live as long as the test, read through the optional package.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-duckdb-");

    public string Root => this.folder.FullName;

    public long MemoryBytes { get; init; } = 1_000_000_000;

    public WorkingSpace Space => new(Path.Combine(this.Root, "temporary"), this.MemoryBytes);

    public static string Parquet(string name) => Path.Combine(AppContext.BaseDirectory, "TestData", "Torture", "parquet", name);

    public DataFile Write(string name, string text) => this.Write(name, Encoding.UTF8.GetBytes(text));

    public DataFile Write(string name, byte[] bytes)
    {
        string path = Path.Combine(this.Root, name);
        File.WriteAllBytes(path, bytes);
        return new DataFile(path, name, new SourceLocation("Model.csproj", 7, 5));
    }

    public DataFile Query(string sql, params DataFile[] tables) =>
        this.Write("features.sql", sql) with { Tables = tables.Length == 0 ? [this.Write("one.csv", "x\n1\n") with { Table = "one" }] : tables };

    /// <summary>The header and every record.</summary>
    public List<string[]> Records(DataFile file)
    {
        using IRecordReader reader = DuckDbPackage.Source.Open(file, this.Space);
        List<string[]> records = [[.. reader.Header]];
        while (reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.Header.Count).Select(index => Encoding.UTF8.GetString(reader.Field(index)))]);
        }

        return records;
    }

    /// <summary>The diagnostic that reading ends with: code, file name, line, column.</summary>
    public (string Code, string File, int Line, int Column) Refusal(DataFile file) => this.Refusal(file, out _);

    public (string Code, string File, int Line, int Column) Refusal(DataFile file, out string text)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => this.Records(file));
        text = exception.Message;
        Assert.DoesNotContain('\n', text);
        return (exception.Diagnostic.Code, Path.GetFileName(exception.Location.File), exception.Location.Line, exception.Location.Column);
    }

    public void Dispose() => this.folder.Delete(recursive: true);
}

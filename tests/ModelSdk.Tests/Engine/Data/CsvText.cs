using System.Text;
using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Data;

/// <summary>A data file that lives as long as the test.</summary>
internal sealed class CsvText : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-data-");

    public CsvText(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public CsvText(byte[] bytes)
    {
        string path = Path.Combine(this.folder.FullName, "rows.csv");
        System.IO.File.WriteAllBytes(path, bytes);
        this.File = new DataFile(path, "data/rows.csv", new SourceLocation("Model.csproj", 7, 5));
    }

    public DataFile File { get; init; }

    public static ModelContract Contract(params ContractColumn[] columns) =>
        new(columns.Any(column => column.Classes.Count == 2) ? ModelTask.BinaryClassification : ModelTask.Regression, new EquatableArray<ContractColumn>(columns));

    public static ContractColumn Column(string name, ColumnKind kind, ColumnRole role = ColumnRole.Feature) => new(name, PropertyNames.Clean(name), role, kind);

    public static ContractColumn Label(string name = "y") => Column(name, ColumnKind.Numeric, ColumnRole.Label);

    public DataTable Read(ModelContract contract, RecordingLog? log = null, long seed = 1) =>
        new CsvDataSource().Read([this.File], contract, seed, log ?? new RecordingLog(), CancellationToken.None);

    public List<string[]> Records(CsvReading? reading = null)
    {
        using CsvRecordReader reader = CsvRecordReader.Open(this.File, reading ?? CsvReading.Default);
        List<string[]> records = [[.. reader.Header]];
        while (reader.Read())
        {
            string[] record = new string[reader.Header.Count];
            for (int index = 0; index < record.Length; index++)
            {
                record[index] = Encoding.UTF8.GetString(reader.Field(index));
            }

            records.Add(record);
        }

        return records;
    }

    public void Dispose() => this.folder.Delete(recursive: true);
}

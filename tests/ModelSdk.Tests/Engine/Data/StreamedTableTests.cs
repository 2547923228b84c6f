using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Data.Sources;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Tests.Engine.Data;

/// <summary>Tables beyond the memory limit lie in a file, and hold what they would hold in memory.</summary>
public sealed class StreamedTableTests : IDisposable
{
    // More rows than a section of the file has, some without a label, texts that first appear late.
    private const int Rows = 150_000;

    private static readonly ModelContract Contract = CsvText.Contract(
        CsvText.Column("n", ColumnKind.Numeric) with { Nullable = true }, CsvText.Column("c", ColumnKind.Categorical), CsvText.Label());

    private static readonly CsvText Csv = new("n,c,y\n" + string.Concat(Enumerable.Range(0, Rows)
        .Select(row => FormattableString.Invariant($"{(row % 7 == 0 ? "" : row / 4.0)},k{row / 1000},{(row % 11 == 0 ? "" : row)}\n"))));

    private readonly string folder = Path.Combine(Path.GetTempPath(), "modelsdk-columns-" + Path.GetRandomFileName());
    private readonly ColumnStorage storage;

    public StreamedTableTests() => this.storage = new ColumnStorage(this.folder);

    public void Dispose()
    {
        this.storage.Dispose();
        Directory.Delete(this.folder, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_file_in_chunks_becomes_the_same_table(int threads) => this.IsTheSame(
        new CsvDataSource(new CsvReading(100_000, threads)) { MemoryLimit = 1_000_000, Storage = this.storage }.Read([Csv.File], Contract, 1, new RecordingLog(), CancellationToken.None));

    [Fact]
    public void Records_become_the_same_table_although_their_number_is_not_known_before() => this.IsTheSame(
        new RecordDataSource(file => CsvRecordReader.Open(file)) { MemoryLimit = 1_000_000, Storage = this.storage }.Read([Csv.File], Contract, 1, new RecordingLog(), CancellationToken.None));

    [Fact]
    public void Below_the_limit_a_table_is_in_memory_and_no_folder_is_made()
    {
        DataTable table = new CsvDataSource { MemoryLimit = 10_000_000, Storage = this.storage }.Read([Csv.File], Contract, 1, new RecordingLog(), CancellationToken.None);
        Assert.False(table.IsInFile);
        Assert.False(Directory.Exists(this.folder));
        Directory.CreateDirectory(this.folder);
    }

    [Fact]
    public void Where_the_trainer_needs_all_rows_in_memory_the_limit_is_an_error_that_says_so()
    {
        Directory.CreateDirectory(this.folder);
        this.storage.Refusal = "This trainer needs all rows in memory.";
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() =>
            new CsvDataSource { MemoryLimit = 1_000_000, Storage = this.storage }.Read([Csv.File], Contract, 1, new RecordingLog(), CancellationToken.None));
        Assert.Equal("MODEL1027", exception.Diagnostic.Code);
        Assert.Contains(this.storage.Refusal, exception.Message, StringComparison.Ordinal);
    }

    private void IsTheSame(DataTable streamed)
    {
        DataTable whole = Csv.Read(Contract);
        Assert.True(streamed.IsInFile);
        Assert.Equal((whole.RowCount, whole.Digest), (streamed.RowCount, streamed.Digest));
        Assert.Equal(whole.HoldoutHashes, streamed.HoldoutHashes);
        int[] scattered = [.. Enumerable.Range(0, 5000).Select(index => (int)((index * 2_654_435_761L) % whole.RowCount))];
        int[] ascending = [.. Enumerable.Range(0, whole.RowCount).Where(row => row % 3 != 1)];
        foreach ((DataColumn expected, DataColumn column) in whole.Columns.Zip(streamed.Columns))
        {
            Assert.Equal(expected.Dictionary, column.Dictionary);
            Assert.Equal(expected.Values, column.Values);
            Assert.Equal(whole.Pick(expected.Schema.Name, scattered), streamed.Pick(expected.Schema.Name, scattered));
            Assert.Equal(whole.Pick(expected.Schema.Name, ascending), streamed.Pick(expected.Schema.Name, ascending));
        }

        Assert.Equal(whole.Column("c").Text(120_000), streamed.Column("c").Text(120_000));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Empty(Directory.EnumerateFileSystemEntries(this.folder));
        }
    }
}

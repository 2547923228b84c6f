using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Plugins;
using ModelSdk.Engine.Snapshots;
using ModelSdk.Tests.Cli;
using ModelSdk.Tests.DuckDb;

namespace ModelSdk.Tests.Snapshots;

public sealed class SnapshotCommandTests : IClassFixture<PostgresCluster>, IDisposable
{
    private readonly PostgresCluster cluster;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modelsdk-snapshot-");
    private readonly string variable = $"MODELSDK_TEST_{Guid.NewGuid():N}";

    public SnapshotCommandTests(PostgresCluster cluster)
    {
        this.cluster = cluster;
        Environment.SetEnvironmentVariable(this.variable, cluster.ConnectionString);
    }

    private string Output => Path.Combine(this.folder.FullName, "data", "sales.csv");

    private string Sidecar => this.Output + ".snapshot.json";

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(this.variable, null);
        this.folder.Delete(recursive: true);
    }

    [PostgresFact]
    public void Every_type_is_written_as_a_file_would_hold_it()
    {
        const string Sql = """
            SELECT 1::smallint AS a, 9223372036854775807::bigint AS b, 0.1::real AS c, 2::double precision AS d, 1.50::numeric(10, 2) AS e, true AS f,
                'a "quoted", text' AS g, NULL::integer AS h, DATE '2024-02-29' AS i, TIMESTAMP '2024-01-02 03:04:05.25' AS j,
                TIMESTAMPTZ '2024-01-02 03:04:05+02' AS k, '01234567-89ab-cdef-0123-456789abcdef'::uuid AS l, 'NaN'::double precision AS m, E'line\nend' AS n, 'é' AS "ö"
            """;
        this.Take(Sql);
        Assert.Equal(
            "a,b,c,d,e,f,g,h,i,j,k,l,m,n,ö\n1,9223372036854775807,0.10000000149011612,2.0,1.50,true,\"a \"\"quoted\"\", text\",,2024-02-29,2024-01-02T03:04:05.25,2024-01-02T01:04:05Z,"
            + "01234567-89ab-cdef-0123-456789abcdef,,\"line\nend\",é\n",
            File.ReadAllText(this.Output));
    }

    [PostgresFact]
    public void As_Parquet_it_has_the_same_rows_and_the_digest_of_its_bytes()
    {
        const string Sql = "SELECT a, a * 0.5 AS b, CAST(a AS numeric(10, 2)) AS c, CASE WHEN a % 3 = 0 THEN NULL ELSE 'x' || a END AS d FROM generate_series(1, 3000) a ORDER BY a";
        this.Take(Sql);
        string parquet = Path.ChangeExtension(this.Output, ".parquet");
        SnapshotRequest request = new("Npgsql", this.variable, Path.Combine(this.folder.FullName, "query.sql"), parquet)
        {
            PackageFolders = OptionalPackages.UserFolders,
            Writers = () => DuckDbPackage.Plugin.TableWriters,
        };
        SnapshotRecord record = Snapshot.Take(request, SilentLog.Instance);
        Assert.Equal(Sha256Digest.Of(File.ReadAllBytes(parquet)), record.Digest);
        Assert.Equal(record.Digest, JsonReader.Parse(File.ReadAllText(parquet + ".snapshot.json"))["digest"]!.Text);
        Assert.Equal(record.Digest, Snapshot.Take(request, SilentLog.Instance).Digest);
        using DataFolder data = new();
        Assert.Equal(
            File.ReadAllLines(this.Output),
            data.Records(new DataFile(parquet, "sales.parquet", SourceLocation.None)).Select(fields => string.Join(',', fields)));
        Assert.Equal(4, Directory.GetFileSystemEntries(Path.GetDirectoryName(this.Output)!).Length);
    }

    [PostgresFact]
    public void The_record_beside_it_names_provider_query_content_and_types_but_no_secret()
    {
        CommandRun run = this.Take("SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, 'y' ORDER BY a", "--format", "json");
        JsonValue record = JsonReader.Parse(File.ReadAllText(this.Sidecar));
        Assert.Equal(run.Json["digest"]!.Text, record["digest"]!.Text);
        Assert.Equal(Sha256Digest.Of(File.ReadAllBytes(this.Output)), record["digest"]!.Text);
        Assert.StartsWith("Npgsql 10.", record["provider"]!.Text, StringComparison.Ordinal);
        Assert.Equal(2, record["rows"]!.Number);
        Assert.Equal(["a integer", "b text"], record["columns"]!.Items.Select(column => $"{column["name"]!.Text} {column["type"]!.Text}"));
        Assert.DoesNotContain("geheim", File.ReadAllText(this.Sidecar) + run.Output + run.Error, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Equal_rows_leave_the_files_as_they_are_and_other_rows_replace_both()
    {
        this.cluster.Execute("CREATE TABLE counted (a integer); INSERT INTO counted VALUES (1), (2)");
        this.Take("SELECT a FROM counted ORDER BY a");
        DateTime written = File.GetLastWriteTimeUtc(this.Sidecar);
        Assert.Contains("up to date", this.Take("SELECT a FROM counted ORDER BY a").Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(this.Sidecar));
        this.cluster.Execute("INSERT INTO counted VALUES (3)");
        this.Take("SELECT a FROM counted ORDER BY a");
        Assert.Equal("a\n1\n2\n3\n", File.ReadAllText(this.Output));
        Assert.Equal(Sha256Digest.Of(File.ReadAllBytes(this.Output)), JsonReader.Parse(File.ReadAllText(this.Sidecar))["digest"]!.Text);
    }

    [PostgresFact]
    public void What_the_database_refuses_is_at_its_line_and_column()
    {
        this.Refuses("error MODEL1043", "SELECT 1 AS a,\n  nothing\nFROM pg_class");
        Assert.Contains("query.sql(2,3)", this.Run("SELECT 1 AS a,\n  nothing\nFROM pg_class").Error, StringComparison.Ordinal);
        this.Refuses("error MODEL1043", "SELECT 1 / (a - 50000) AS q FROM generate_series(1, 60000) a");
    }

    [PostgresFact]
    public void A_snapshot_changes_nothing_in_the_database()
    {
        this.Refuses("error MODEL1043", "CREATE TABLE made AS SELECT 1 AS a");
        this.Refuses("error MODEL1043", "DELETE FROM pg_class");
    }

    [PostgresFact]
    public void An_empty_result_and_columns_that_cannot_be_written_are_refused()
    {
        this.Refuses("error MODEL1044", "SELECT 1 AS a WHERE false");
        this.Refuses("error MODEL1045", "SELECT ARRAY[1] AS a, '\\x00'::bytea AS b");
        this.Refuses("error MODEL1045", "SELECT 1 AS a, 2 AS a");
        this.Refuses("error MODEL1045", "SELECT 1");
    }

    [PostgresFact]
    public void A_refused_query_leaves_the_last_snapshot()
    {
        this.Take("SELECT 1 AS a");
        Assert.Equal(1, this.Run("SELECT 1 / (a - 50000) AS q FROM generate_series(1, 60000) a").ExitCode);
        Assert.Equal("a\n1\n", File.ReadAllText(this.Output));
        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(this.Output)!).Length);
    }

    [Fact]
    public void A_database_that_does_not_answer_is_one_diagnostic_without_the_password()
    {
        Environment.SetEnvironmentVariable(this.variable, $"Host={this.folder.FullName};Username=postgres;Password=geheim;Timeout=3");
        this.Refuses("error MODEL1042", "SELECT 1 AS a");
        Environment.SetEnvironmentVariable(this.variable, "Hots=nowhere;Password=geheim");
        this.Refuses("error MODEL1042", "SELECT 1 AS a");
        Environment.SetEnvironmentVariable(this.variable, "postgres://user:geheim@host/database");
        this.Refuses("error MODEL1042", "SELECT 1 AS a");
    }

    [Fact]
    public void A_missing_variable_is_named()
    {
        Environment.SetEnvironmentVariable(this.variable, null);
        this.Refuses("error MODEL1040", "SELECT 1 AS a");
    }

    [Fact]
    public void An_unknown_provider_is_named()
    {
        this.Refuses("error MODEL1041", "SELECT 1 AS a", "--provider", "NoSuchProvider");
        this.Refuses("error MODEL1041", "SELECT 1 AS a", "--provider-path", typeof(SnapshotCommandTests).Assembly.Location);
    }

    private CommandRun Take(string sql, params string[] more)
    {
        CommandRun run = this.Run(sql, more);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    private void Refuses(string part, string sql, params string[] more)
    {
        CommandRun run = this.Run(sql, more);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(part, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.False(File.Exists(this.Output));
        Assert.False(File.Exists(this.Sidecar));
        Assert.True(!Directory.Exists(Path.GetDirectoryName(this.Output)) || Directory.GetFiles(Path.GetDirectoryName(this.Output)!).Length == 0);
    }

    private CommandRun Run(string sql, params string[] more)
    {
        string query = Path.Combine(this.folder.FullName, "query.sql");
        File.WriteAllText(query, sql);
        string[] provider = more.Contains("--provider") ? [] : ["--provider", "Npgsql"];
        return CommandRun.Of(["snapshot", .. provider, "--connection-variable", this.variable, "--query", query, "--output", this.Output, .. more]);
    }
}

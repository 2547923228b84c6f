using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Snapshots;

namespace ModelSdk.Tests.Snapshots;

/// <summary>A provider of several assemblies and a native library works from the output folder of an app.</summary>
public sealed class ProviderFolderTests : IDisposable
{
    private readonly string variable = $"MODELSDK_TEST_{Guid.NewGuid():N}";

    public void Dispose() => Environment.SetEnvironmentVariable(this.variable, null);

    [Fact]
    public void SQLite_is_read_with_its_native_library()
    {
        using SqliteFolder folder = new();
        folder.Execute("CREATE TABLE sales (id INTEGER, price REAL, shop TEXT); INSERT INTO sales VALUES (2, 2.5, 'b'), (1, NULL, 'a')");
        Environment.SetEnvironmentVariable(this.variable, folder.ConnectionString + ";Mode=ReadOnly");
        SnapshotRecord record = Snapshot.Take(folder.Request(this.variable, "SELECT id, price, shop FROM sales ORDER BY id"), SilentLog.Instance);
        Assert.Equal("id,price,shop\n1,,a\n2,2.5,b\n", File.ReadAllText(folder.Output));
        Assert.StartsWith("Microsoft.Data.Sqlite ", record.Provider, StringComparison.Ordinal);
        Assert.Equal(["id INTEGER", "price REAL", "shop TEXT"], record.Columns.Select(column => $"{column.Key} {column.Value}"));
    }

    [Fact]
    public void What_SQLite_refuses_is_one_diagnostic_and_changes_nothing()
    {
        using SqliteFolder folder = new();
        folder.Execute("CREATE TABLE sales (id INTEGER); INSERT INTO sales VALUES (1)");
        Environment.SetEnvironmentVariable(this.variable, folder.ConnectionString);
        this.Refuses(folder, "MODEL1043", "no such column: price", "SELECT price FROM sales");
        this.Refuses(folder, "MODEL1043", "must be a SELECT", "DELETE FROM sales");
        Assert.Equal(1, Snapshot.Take(folder.Request(this.variable, "SELECT id FROM sales"), SilentLog.Instance).Rows);
        File.Delete(folder.Output);
        Environment.SetEnvironmentVariable(this.variable, "Data Source=/no/such/folder/a.db;Mode=ReadOnly");
        this.Refuses(folder, "MODEL1042", "unable to open database file", "SELECT 1 AS a");
    }

    [Fact]
    public void A_folder_without_the_native_library_says_what_is_missing_and_how_to_get_it()
    {
        using SqliteFolder folder = new(withNativeLibrary: false);
        Environment.SetEnvironmentVariable(this.variable, folder.ConnectionString);
        this.Refuses(folder, "MODEL1041", "'e_sqlite3'", "SELECT 1 AS a");
        File.Delete(Path.Combine(folder.Provider, "SQLitePCLRaw.core.dll"));
        this.Refuses(folder, "MODEL1041", "--provider-path", "SELECT 1 AS a");
    }

    [Fact]
    public void A_package_that_only_refers_to_others_says_how_to_go_on()
    {
        using SqliteFolder folder = new();
        Environment.SetEnvironmentVariable(this.variable, folder.ConnectionString);
        ModelBuildException refused = Assert.Throws<ModelBuildException>(
            () => Snapshot.Take(folder.Request(this.variable, "SELECT 1 AS a") with { ProviderPath = null, PackageFolders = [folder.Provider] }, SilentLog.Instance));
        Assert.Equal("MODEL1041", refused.Diagnostic.Code);
        Assert.Contains("build an app that refers to it, and name the app's output or publish folder by --provider-path", refused.Message, StringComparison.Ordinal);
    }

    private void Refuses(SqliteFolder folder, string code, string part, string sql)
    {
        ModelBuildException refused = Assert.Throws<ModelBuildException>(() => Snapshot.Take(folder.Request(this.variable, sql), SilentLog.Instance));
        Assert.Equal(code, refused.Diagnostic.Code);
        Assert.Contains(part, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.False(File.Exists(folder.Output));
    }
}

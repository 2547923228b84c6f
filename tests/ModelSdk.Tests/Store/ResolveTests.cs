using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Tests.Store;

public sealed class ResolveTests : IDisposable
{
    private readonly TemporaryStore temporary = new();

    public void Dispose() => this.temporary.Dispose();

    [Fact]
    public void A_version_is_named_by_number_id_environment_build_or_as_parent()
    {
        string first = this.temporary.Add("0.1.0");
        string second = this.temporary.Add("0.2.0", first);
        this.temporary.Promote("production", first);
        Lineage lineage = this.temporary.Lineage;

        Assert.Equal(first, lineage.Resolve("0.1.0").Id);
        Assert.Equal(first, lineage.Resolve(first).Id);
        Assert.Equal(first, lineage.Resolve(first[..12]).Id);
        Assert.Equal(second, lineage.Resolve(second[..4]).Id);
        Assert.Equal(first, lineage.Resolve("production").Id);
        Assert.Equal(second, lineage.Resolve("parent").Id);
        Assert.Equal(first, lineage.Resolve("0.2.0-dev.g" + TemporaryStore.Record("0.1.0").ModelDigest[..8]).Id);
    }

    [Fact]
    public void A_number_of_two_versions_is_refused_with_both_ids()
    {
        string one = this.temporary.Add("0.1.0");
        VersionRecord record = TemporaryStore.Record("0.1.0");
        string other = this.temporary.Add(record with { Commit = record.Commit! with { Author = "Grace" } });

        foreach (string name in new[] { "0.1.0", "parent", "0.1.0-dev.g" + record.ModelDigest[..8] })
        {
            StoreException exception = this.Refuses(name, StoreDiagnostics.AmbiguousVersion);
            Assert.Contains(one[..12], exception.Message, StringComparison.Ordinal);
            Assert.Contains(other[..12], exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_beginning_of_two_ids_is_refused()
    {
        // 65536 beginnings of four digits: a few hundred versions are sure to share one.
        Dictionary<string, string> first = [];
        for (int number = 0; ; number++)
        {
            VersionRecord record = TemporaryStore.Record("0.1.0") with { SdkVersion = number.ToString(CultureInfo.InvariantCulture) };
            string id = Sha256Digest.Of(record.ToJson());
            if (first.TryAdd(id[..4], record.SdkVersion))
            {
                continue;
            }

            this.temporary.Add(record);
            string earlier = this.temporary.Add(record with { SdkVersion = first[id[..4]] });
            Assert.Contains(earlier[..12], this.Refuses(id[..4], StoreDiagnostics.AmbiguousVersion).Message, StringComparison.Ordinal);
            return;
        }
    }

    [Theory]
    [InlineData("9.9.9")]
    [InlineData("0000")]
    [InlineData("staging")]
    [InlineData("abc")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("0.1.0-dev.g00000000")]
    public void An_unknown_name_is_answered_with_what_there_is(string name)
    {
        this.temporary.Promote("production", this.temporary.Add("0.1.0"));
        string message = this.Refuses(name, StoreDiagnostics.UnknownVersion).Message;
        Assert.Contains("0.1.0", message, StringComparison.Ordinal);
        Assert.Contains("production", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lineage_without_versions_says_how_to_make_one() =>
        Assert.Contains("dotnet model commit", this.Refuses("0.1.0", StoreDiagnostics.UnknownVersion).Message, StringComparison.Ordinal);

    [Fact]
    public void Long_lists_are_shortened()
    {
        foreach (int minor in Enumerable.Range(1, 10))
        {
            this.temporary.Add($"0.{minor}.0");
        }

        Assert.Contains("0.10.0, 0.9.0, 0.8.0, 0.7.0, 0.6.0, 0.5.0, 0.4.0, 0.3.0 and 2 more", this.Refuses("9.9.9", StoreDiagnostics.UnknownVersion).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_environment_whose_version_is_gone_says_so()
    {
        string id = this.temporary.Add("0.1.0");
        this.temporary.Promote("production", id);
        File.Delete(this.temporary.VersionFile(id));
        Assert.Contains(id[..12], this.Refuses("production", StoreDiagnostics.MissingRecord).Message, StringComparison.Ordinal);
    }

    private StoreException Refuses(string name, ModelDiagnostic diagnostic)
    {
        StoreException exception = Assert.Throws<StoreException>(() => this.temporary.Lineage.Resolve(name));
        Assert.Equal(diagnostic, exception.Diagnostic);
        return exception;
    }
}

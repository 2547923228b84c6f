using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;
using ModelSdk.Store;

namespace ModelSdk.Tests.Store;

public sealed class DamageTests : IDisposable
{
    private readonly TemporaryStore temporary = new();
    private readonly string id;

    public DamageTests() => this.id = this.temporary.Add("0.1.0");

    private static string ModelDigest => TemporaryStore.Record("0.1.0").ModelDigest;

    private string ModelFile => this.temporary.Store.Objects.PathOf(ModelDigest);

    public void Dispose() => this.temporary.Dispose();

    [Fact]
    public void A_damaged_record_is_a_problem_and_the_others_stay_versions()
    {
        string second = this.temporary.Add("0.2.0", this.id);
        File.AppendAllText(this.temporary.VersionFile(second), "\n");
        Lineage lineage = this.temporary.Lineage;
        Assert.Equal(this.id, Assert.Single(lineage.Versions).Id);
        StoreException problem = Assert.Single(lineage.Problems);
        Assert.Equal(StoreDiagnostics.DamagedRecord, problem.Diagnostic);
        Assert.Equal(this.temporary.VersionFile(second), problem.File);
    }

    [Theory]
    [InlineData("", "MODEL4003")]
    [InlineData("not JSON", "MODEL4003")]
    [InlineData("[]", "MODEL4003")]
    [InlineData("{}", "MODEL4003")]
    [InlineData("{\"format\":\"x\"}", "MODEL4003")]
    [InlineData("{\"format\":1}", "MODEL4003")]
    [InlineData("{\"format\":2,\"name\":[]}", "MODEL4010")]
    public void A_record_that_has_the_right_name_and_cannot_be_read_is_a_problem(string text, string code)
    {
        this.temporary.Forge(text, "Churn", "versions");
        StoreException problem = Assert.Single(this.temporary.Lineage.Problems);
        Assert.Equal(code, problem.Diagnostic.Code);
        Assert.Equal(code == "MODEL4010", problem.Message.Contains("Update ModelSdk", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_of_another_model_or_one_that_was_never_committed_is_a_problem()
    {
        this.temporary.Forge((TemporaryStore.Record("0.2.0") with { Name = "Fraud" }).ToJson(), "Churn", "versions");
        this.temporary.Forge((TemporaryStore.Record("0.2.0") with { Commit = null }).ToJson(), "Churn", "versions");
        this.temporary.Forge((TemporaryStore.Record("0.2.0") with { Version = "0.2.0-dev.g00000000" }).ToJson(), "Churn", "versions");
        Assert.Equal(3, this.temporary.Lineage.Problems.Count);
        Assert.Single(this.temporary.Lineage.Versions);
    }

    [Fact]
    public void A_retirement_of_another_model_is_a_problem_and_retires_nothing()
    {
        this.temporary.Forge(new Retirement("Fraud", this.id, "0.1.0").ToJson(), "Churn", "retirements");
        Assert.Equal(StoreDiagnostics.DamagedRecord, Assert.Single(this.temporary.Lineage.Problems).Diagnostic);
        Assert.Single(this.temporary.Lineage.Leaves);
    }

    [Fact]
    public void A_missing_object_says_what_it_is_and_how_to_get_it()
    {
        File.Delete(this.ModelFile);
        StoreException exception = Assert.Throws<StoreException>(() => this.temporary.Store.Objects.Read(ModelDigest, "the model of version 0.1.0"));
        Assert.Equal(StoreDiagnostics.MissingObject, exception.Diagnostic);
        Assert.StartsWith("The model of version 0.1.0", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"git checkout HEAD -- \"{this.ModelFile}\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pointer_of_Git_LFS_counts_as_missing()
    {
        File.WriteAllText(this.ModelFile, $"version https://git-lfs.github.com/spec/v1\noid sha256:{ModelDigest}\nsize 11\n");
        StoreException exception = Assert.Throws<StoreException>(() => this.temporary.Store.Objects.Read(ModelDigest, "the model"));
        Assert.Equal(StoreDiagnostics.MissingObject, exception.Diagnostic);
        Assert.Contains("git lfs pull", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_object_is_refused_and_heals_when_it_is_written_again()
    {
        File.WriteAllText(this.ModelFile, "model 0.1.1");
        Assert.Equal(
            StoreDiagnostics.DamagedObject, Assert.Throws<StoreException>(() => this.temporary.Store.Objects.Read(ModelDigest, "the model")).Diagnostic);

        this.temporary.Add("0.1.0");
        Assert.Equal("model 0.1.0", Encoding.UTF8.GetString(this.temporary.Store.Objects.Read(ModelDigest, "the model")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../etc/passwd")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public void What_is_no_digest_names_no_object(string digest) =>
        Assert.Equal(StoreDiagnostics.DamagedRecord, Assert.Throws<StoreException>(() => this.temporary.Store.Objects.Has(digest)).Diagnostic);

    [Fact]
    public void Foreign_files_are_passed_over()
    {
        File.WriteAllText(this.temporary.At("Churn", "versions", ".DS_Store"), "");
        File.WriteAllText(this.temporary.At("Churn", "versions", this.id + ".json.orig"), "");
        File.WriteAllText(this.temporary.At("Churn", "versions", this.id.ToUpperInvariant() + ".json"), "");
        Directory.CreateDirectory(this.temporary.At("Churn", "versions", new string('0', 64) + ".json"));
        File.WriteAllText(this.temporary.At("notes.txt"), "");
        Directory.CreateDirectory(this.temporary.At(".git", "versions"));
        Assert.Equal(["Churn"], this.temporary.Store.ModelNames());
        Assert.Empty(this.temporary.Lineage.Problems);
        Assert.Single(this.temporary.Lineage.Versions);
    }
}

using System.Text;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Schema;
using ModelSdk.Contracts.Versions;
using ModelSdk.Runtime;
using ModelSdk.Runtime.Loading;

namespace ModelSdk.Tests.Runtime;

public sealed class EmbeddedModelTests
{
    private const string ModelResource = "ModelSdk/Fare.safetensors";
    private const string RecordResource = "ModelSdk/Fare.version.json";

    private readonly Dictionary<string, byte[]> resources = Embed(SampleModels.Fare);

    [Fact]
    public void The_record_tells_what_is_known_of_the_model()
    {
        ModelInfo info = this.Load(SampleModels.Fare.Contract).Info;
        Assert.Equal("a1b2", info.VersionId);
        Assert.Equal(("Fare", "0.1.0-dev.gabcdef01", "data", "recipe", "Ridge", "1.0.0"), (info.Name, info.Version, info.DataDigest, info.RecipeDigest, info.Trainer, info.SdkVersion));
        Assert.Equal(ModelTask.Regression, info.Task);
        Assert.Equal(Sha256Digest.Of(this.resources[ModelResource]), info.ModelDigest);
        Assert.Equal(0.25, info.Metrics["Rmse"]);
    }

    [Theory]
    [InlineData(ModelResource)]
    [InlineData(RecordResource)]
    public void A_missing_resource_says_to_build_the_model_project(string resource)
    {
        this.resources.Remove(resource);
        string message = this.FailToLoad(SampleModels.Fare.Contract);
        Assert.Contains($"\"{resource}\" is missing", message, StringComparison.Ordinal);
        Assert.Contains("Build the model project", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        byte[] bytes = this.resources[ModelResource];
        for (int index = 0; index < bytes.Length; index++)
        {
            bytes[index] ^= 1;
            Assert.Contains("was altered or cut short", this.FailToLoad(SampleModels.Fare.Contract), StringComparison.Ordinal);
            bytes[index] ^= 1;
        }

        Assert.NotNull(this.Load(SampleModels.Fare.Contract));
    }

    [Fact]
    public void A_truncated_model_is_noticed()
    {
        this.resources[ModelResource] = this.resources[ModelResource][..^1];
        Assert.Contains("was altered or cut short", this.FailToLoad(SampleModels.Fare.Contract), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":1}")]
    [InlineData("[1")]
    public void A_damaged_record_is_named(string text)
    {
        this.resources[RecordResource] = Encoding.UTF8.GetBytes(text);
        Assert.Contains("version record of the model Fare is damaged", this.FailToLoad(SampleModels.Fare.Contract), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> OtherContracts => new()
    {
        { nameof(ModelTask), "its task is Regression, the class has BinaryClassification" },
        { "label", "it predicts \"fare\", the class predicts \"tip\"" },
        { "order", "feature 1 is \"tenure\" (numeric), the class has \"region\" (categorical)" },
        { "kind", "feature 1 is \"tenure\" (numeric), the class has \"tenure\" (integer)" },
        { "count", "it has 2 features, the class has 3" },
    };

    [Theory]
    [MemberData(nameof(OtherContracts))]
    public void A_model_of_another_contract_is_refused_with_the_first_difference(string difference, string expected)
    {
        ContractColumn[] features = [.. SampleModels.Fare.Contract.Features];
        ModelContract other = difference switch
        {
            nameof(ModelTask) => LinearModelFile.ContractOf(LinearModelFile.Classes("fare", "no", "yes"), features),
            "label" => LinearModelFile.ContractOf(LinearModelFile.Number("tip"), features),
            "order" => LinearModelFile.ContractOf(LinearModelFile.Number("fare"), features[1], features[0]),
            "kind" => LinearModelFile.ContractOf(LinearModelFile.Number("fare"), features[0] with { Kind = ColumnKind.Integer }, features[1]),
            _ => LinearModelFile.ContractOf(LinearModelFile.Number("fare"), [.. features, LinearModelFile.Feature("more", ColumnKind.Boolean)]),
        };
        Assert.Contains(expected, this.FailToLoad(other), StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_in_another_order_are_refused()
    {
        Dictionary<string, byte[]> churn = Embed(SampleModels.Churn);
        ModelContract other = LinearModelFile.ContractOf(LinearModelFile.Classes("churned", "yes", "no"), [.. SampleModels.Churn.Contract.Features]);
        ModelLoadException exception = Assert.Throws<ModelLoadException>(() => Load(churn, other));
        Assert.Contains("its classes are no, yes (positive: yes), the class has yes, no (positive: no)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_that_does_not_touch_slots_or_scores_is_accepted()
    {
        ContractColumn[] features = [.. SampleModels.Fare.Contract.Features.Select(feature => feature with { Nullable = false })];
        Assert.NotNull(this.Load(LinearModelFile.ContractOf(LinearModelFile.Number("fare"), features)));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        ModelLoadException exception = Assert.Throws<ModelLoadException>(() => LoadedModel.FromFile(path, "Fare", ContractWriter.WriteSemantics(SampleModels.Fare.Contract)));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_model_is_a_load_error() => Assert.Contains(
        "The model Fare cannot be loaded: The model file is truncated",
        Assert.Throws<ModelLoadException>(() => LoadedModel.FromBytes([1, 2, 3], "Fare", "")).Message,
        StringComparison.Ordinal);

    private static Dictionary<string, byte[]> Embed(LinearModelFile file)
    {
        byte[] bytes = file.ToBytes();
        VersionRecord record = new("Fare", "0.1.0-dev.gabcdef01", Sha256Digest.Of(bytes), "data", "recipe")
        {
            Id = "a1b2", Trainer = "Ridge", SdkVersion = "1.0.0", Metrics = [new("Rmse", 0.25)],
        };
        return new() { [ModelResource] = bytes, [RecordResource] = Encoding.UTF8.GetBytes(record.ToJson()) };
    }

    private static LoadedModel Load(Dictionary<string, byte[]> resources, ModelContract contract) => EmbeddedModel.Load(
        name => resources.TryGetValue(name, out byte[]? bytes) ? new MemoryStream(bytes) : null, "App", "Fare", ContractWriter.WriteSemantics(contract));

    private LoadedModel Load(ModelContract contract) => Load(this.resources, contract);

    private string FailToLoad(ModelContract contract) => Assert.Throws<ModelLoadException>(() => this.Load(contract)).Message;
}

using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Runtime;

public sealed class DamagedModelFileTests
{
    public static TheoryData<string> Damages => [.. Damaged.Keys];

    private static readonly Dictionary<string, (LinearModelFile File, string Message)> Damaged = new()
    {
        ["format"] = (SampleModels.Fare with { Format = "2" }, "format \"2\""),
        ["kernel"] = (SampleModels.Fare with { Kernel = "forest" }, "kernel \"forest\""),
        ["link"] = (SampleModels.Fare with { Link = "logistic" }, "needs \"identity\""),
        ["threshold"] = (SampleModels.Churn with { Threshold = "1.5" }, "threshold is \"1.5\""),
        ["threshold text"] = (SampleModels.Churn with { Threshold = "NaN" }, "threshold is \"NaN\""),
        ["too few features"] = (SampleModels.Fare with { Encodings = [SampleModels.Tenure] }, "encodes 1 features; its contract has 2"),
        ["order"] = (SampleModels.Fare with { Encodings = [SampleModels.Region, SampleModels.Tenure] }, "\"tenure\" is damaged"),
        ["kind"] = (SampleModels.Fare with { Encodings = [SampleModels.Tenure with { Kind = ColumnKind.Integer }, SampleModels.Region] }, "expected kind numeric"),
        ["scale"] = (SampleModels.Fare with { Encodings = [SampleModels.Tenure with { Scale = 0 }, SampleModels.Region] }, "scale"),
        ["overflow"] = (SampleModels.Fare with { Encodings = [SampleModels.Tenure with { Scale = double.Epsilon }, SampleModels.Region] }, "overflows"),
        ["reference"] = (SampleModels.Fare with { Encodings = [SampleModels.Tenure, SampleModels.Region with { Reference = 3 }] }, "reference 3"),
        ["category twice"] = (SampleModels.Fare with { Encodings = [SampleModels.Tenure, SampleModels.Region with { Categories = new(["EU", "UK", "EU"]) }] }, "twice"),
        ["native"] = (SampleModels.Fare with { Encodings = [SampleModels.Tenure with { Native = true, MissingIndicator = false }, SampleModels.Region] }, "form that trees read"),
        ["product with nothing"] = (WithProduct("area", 4), "\"area\", which is no feature"),
        ["product with itself"] = (WithProduct("tenure", 1), "itself"),
        ["product width"] = (WithProduct("region", 3), "has 3 columns, expected 4"),
        ["product of a category"] = (SampleModels.Fare with { Encodings = [SampleModels.Tenure, SampleModels.Region with { Interactions = new([new FeatureInteraction("tenure", 1)]) }] }, "products"),
        ["origin"] = (WithDate(new FeatureEncoding("when", ColumnKind.Date) { Origin = 1, Parts = new([new DatePartEncoding(DatePart.Elapsed, false)]) }), "counts from day 1"),
        ["cycle"] = (WithDate(new FeatureEncoding("when", ColumnKind.Date) { Parts = new([new DatePartEncoding(DatePart.Year, true)]) }), "no cycle"),
        ["width"] = (SampleModels.Fare with { Coefficients = new double[1, 5] }, "[1, 5]"),
        ["outputs"] = (SampleModels.Fare with { Coefficients = new double[2, 6] }, "[2, 6]"),
        ["intercepts"] = (SampleModels.Species with { Intercepts = [0] }, "linear.intercepts"),
        ["not a number"] = (SampleModels.Fare with { Intercepts = [double.NaN] }, "not a finite number"),
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_file_whose_parts_do_not_fit_is_refused_with_a_reason(string damage)
    {
        (LinearModelFile file, string message) = Damaged[damage];
        Assert.Contains(message, Assert.Throws<ModelFormatException>(() => PredictionModel.Load(file.ToBytes())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_contract_is_a_format_error_too()
    {
        ModelFile whole = ModelFile.Read(SampleModels.Fare.ToBytes());
        Dictionary<string, string> metadata = new(whole.Metadata) { [ModelKeys.Contract] = "{}" };
        ModelFormatException exception = Assert.Throws<ModelFormatException>(() => PredictionModel.Load(new ModelFile(metadata, whole.Tensors).ToBytes()));
        Assert.Contains("contract is damaged", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] bytes = SampleModels.Fare.ToBytes();
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<ModelFormatException>(() => PredictionModel.Load(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Every_changed_byte_is_either_refused_as_a_format_error_or_harmless()
    {
        byte[] bytes = SampleModels.Churn.ToBytes();
        for (int index = 0; index < bytes.Length; index++)
        {
            byte original = bytes[index];
            foreach (byte mask in new byte[] { 1, 2, 16, 0x20, 0x80, (byte)(original ^ '0'), (byte)(original ^ '"') })
            {
                bytes[index] = (byte)(original ^ mask);
                Exception? exception = Record.Exception(() => Score(bytes));
                Assert.True(exception is null or ModelFormatException, $"Byte {index} changed by {mask}: {exception}");
            }

            bytes[index] = original;
        }
    }

    [Fact]
    public void Columns_whose_names_clean_to_the_same_property_can_be_told_apart()
    {
        LinearModelFile file = new(
            LinearModelFile.ContractOf(LinearModelFile.Number("y"), LinearModelFile.Feature("a b", ColumnKind.Numeric), LinearModelFile.Feature("a_b", ColumnKind.Numeric)),
            [new FeatureEncoding("a b", ColumnKind.Numeric), new FeatureEncoding("a_b", ColumnKind.Numeric)],
            new double[,] { { 1, 10 } },
            [0]);
        double[] score = new double[1];
        PredictionModel.Load(file.ToBytes()).Score([2, 3], score);
        Assert.Equal([32], score);
    }

    private static LinearModelFile WithProduct(string with, int width) =>
        SampleModels.Fare with { Encodings = [SampleModels.Tenure with { Interactions = new([new FeatureInteraction(with, width)]) }, SampleModels.Region] };

    private static LinearModelFile WithDate(FeatureEncoding when) =>
        new(LinearModelFile.ContractOf(LinearModelFile.Number("fare"), LinearModelFile.Feature("when", ColumnKind.Date)), [when], new double[,] { { 1 } }, [0]);

    private static void Score(byte[] bytes)
    {
        PredictionModel model = PredictionModel.Load(bytes);
        model.Score(new double[model.SlotCount], new double[model.ScoreCount]);
    }
}

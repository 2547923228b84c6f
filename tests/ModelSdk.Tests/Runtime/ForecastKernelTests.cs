using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Runtime;

public sealed class ForecastKernelTests
{
    private const double Nan = double.NaN;

    [Theory]
    [InlineData(11, 0, 7, 1)]
    [InlineData(12, 0, 7, 2)]
    [InlineData(13, 0, 7, 3)]
    [InlineData(12, 1, 3, 5)]
    [InlineData(12, 1, 7, 8)]
    [InlineData(10, 0, 7, Nan)]
    [InlineData(14, 0, 7, Nan)]
    [InlineData(12.5, 0, 7, Nan)]
    [InlineData(Nan, 0, 7, Nan)]
    [InlineData(double.PositiveInfinity, 0, 7, Nan)]
    [InlineData(double.MaxValue, 0, 7, Nan)]
    [InlineData(12, 0, 3, Nan)]
    [InlineData(12, -1, 7, Nan)]
    [InlineData(12, Nan, 7, Nan)]
    [InlineData(12, 0, Nan, Nan)]
    public void A_stored_step_of_a_known_series_gives_its_value_and_anything_else_no_number(double time, double store, double product, double expected)
    {
        double[] score = [0];
        PredictionModel.Load(Bytes()).Score([time, store, product], score);
        Assert.Equal(expected, score[0]);
    }

    [Fact]
    public void Times_and_series_are_listed()
    {
        PredictionModel model = PredictionModel.Load(Bytes());
        Assert.Equal([11, 12, 13], model.ForecastTimes);
        Assert.Equal([[0, 7], [1, 3], [1, 7]], model.ForecastSeries);
    }

    [Fact]
    public void A_prediction_allocates_nothing()
    {
        PredictionModel model = PredictionModel.Load(Bytes());
        double[] row = [12, 0, 7];
        double[] score = [0];
        model.Score(row, score);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int repetition = 0; repetition < 100; repetition++)
        {
            model.Score(row, score);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData("origin", new[] { Nan })]
    [InlineData("origin", new[] { 1.0, 2.0 })]
    [InlineData("step", new[] { 0.0 })]
    [InlineData("step", new[] { -1.0 })]
    [InlineData("anchorDay", new[] { 32.0 })]
    [InlineData("anchorDay", new[] { 0.5 })]
    [InlineData("anchorDay", new[] { 15.0 })] // The time is a number, which has no months.
    [InlineData("series", new[] { 0.0, 7, 1, 7, 1, 3 })]
    [InlineData("series", new[] { 0.0, 7, 0, 7, 1, 3 })]
    [InlineData("series", new[] { 0.0, 7, 1, 3 })]
    [InlineData("values", new[] { 1.0, 2, 3, 4, 5, Nan, 7, 8, 9 })]
    [InlineData("values", new double[0])]
    public void Tensors_that_do_not_fit_are_refused(string tensor, double[] values)
    {
        ModelTensor[] damaged = [.. Tensors().Where(other => other.Name != "forecast." + tensor), Damaged(tensor, values)];
        Assert.Throws<ModelFormatException>(() => PredictionModel.Load(Bytes(damaged)));
    }

    [Fact]
    public void A_missing_tensor_is_refused() =>
        Assert.All(Tensors(), missing => Assert.Throws<ModelFormatException>(() => PredictionModel.Load(Bytes([.. Tensors().Where(tensor => tensor.Name != missing.Name)]))));

    private static ModelTensor Damaged(string tensor, double[] values) => tensor switch
    {
        "series" => ModelTensor.Of("forecast.series", values, values.Length / 2, 2),
        "values" => ModelTensor.Of("forecast.values", values, values.Length / 3, 3),
        _ => ModelTensor.Of("forecast." + tensor, values),
    };

    private static ModelTensor[] Tensors() =>
    [
        ModelTensor.Of("forecast.origin", [10.0]),
        ModelTensor.Of("forecast.step", [1.0]),
        ModelTensor.Of("forecast.anchorDay", [0.0]),
        ModelTensor.Of("forecast.series", [0.0, 7, 1, 3, 1, 7], 3, 2),
        ModelTensor.Of("forecast.values", [1.0, 2, 3, 4, 5, 6, 7, 8, 9], 3, 3),
    ];

    private static byte[] Bytes(ModelTensor[]? tensors = null)
    {
        ContractColumn[] columns =
        [
            new("when", "When", ColumnRole.Time, ColumnKind.Integer),
            new("store", "Store", ColumnRole.Group, ColumnKind.Categorical),
            new("product", "Product", ColumnRole.Group, ColumnKind.Integer),
            new("sales", "Sales", ColumnRole.Label, ColumnKind.Numeric),
        ];
        FeatureEncoding[] encodings =
        [
            new("when", ColumnKind.Integer) { Native = true },
            new("store", ColumnKind.Categorical) { Native = true, Categories = new(["A", "B"]) },
            new("product", ColumnKind.Integer) { Native = true },
        ];
        Dictionary<string, string> metadata = new()
        {
            [ModelKeys.Format] = "1",
            [ModelKeys.Contract] = ContractWriter.WriteSemantics(new ModelContract(ModelTask.Forecasting, new EquatableArray<ContractColumn>(columns))),
            [ModelKeys.Features] = FeatureEncodingText.Write(encodings),
            [ModelKeys.Kernel] = "forecast",
            [ModelKeys.Link] = "identity",
        };
        return new ModelFile(metadata, tensors ?? Tensors()).ToBytes();
    }
}

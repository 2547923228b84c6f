using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Generator.Tests;

/// <summary>The class of a forecast.</summary>
public sealed class ForecastTests
{
    private static readonly ModelContract Contract = new(
        ModelTask.Forecasting,
        new EquatableArray<ContractColumn>(
        [
            new("store", "Store", ColumnRole.Group, ColumnKind.Categorical),
            new("sales", "Sales", ColumnRole.Label, ColumnKind.Numeric),
            new("month", "Month", ColumnRole.Time, ColumnKind.Date),
        ]));

    [Fact]
    public void Time_and_series_are_the_input_and_the_value_is_the_prediction()
    {
        const string Probe = """
            internal static class Probe
            {
                public static double Known() => Acme.SalesModel.Predict(new Acme.SalesInput { Month = new System.DateTimeOffset(2024, 3, 1, 0, 0, 0, System.TimeSpan.Zero), Store = "B" }).Sales;

                public static double Later() => Acme.SalesModel.Predict(new Acme.SalesInput { Month = new System.DateTimeOffset(2024, 6, 1, 0, 0, 0, System.TimeSpan.Zero), Store = "B" }).Sales;
            }
            """;
        byte[] bytes = Model();
        CompiledModel compiled = new(Contract, "Sales", bytes, ModelFiles.MakeRecord("Sales", bytes), Probe);
        Assert.Equal(5.0, compiled.Assembly.GetType("Probe")!.GetMethod("Known")!.Invoke(null, []));
        Assert.Equal(double.NaN, compiled.Assembly.GetType("Probe")!.GetMethod("Later")!.Invoke(null, []));
    }

    [Fact]
    public void The_documentation_says_which_times_are_valid()
    {
        string text = string.Concat(GeneratorRun.Run(ContractText.Of(Contract), ("ModelName", "Sales"), ("RootNamespace", "Acme")).GeneratedTrees.Select(tree => tree.ToString()));
        Assert.Contains("One of the next steps after the last time of the training data", text, StringComparison.Ordinal);
        Assert.Contains("any other gives NaN", text, StringComparison.Ordinal);
    }

    private static byte[] Model() => new ModelFile(
        new Dictionary<string, string>
        {
            [ModelKeys.Format] = "1",
            [ModelKeys.Contract] = ContractWriter.WriteSemantics(Contract),
            [ModelKeys.Features] = FeatureEncodingText.Write(
            [
                new FeatureEncoding("month", ColumnKind.Date) { Native = true },
                new FeatureEncoding("store", ColumnKind.Categorical) { Native = true, Categories = new(["A", "B"]) },
            ]),
            [ModelKeys.Trainer] = "SeasonalNaive",
            [ModelKeys.Kernel] = "forecast",
            [ModelKeys.Link] = "identity",
        },
        [
            ModelTensor.Of(ModelKeys.ForecastOrigin, [19754.0]),
            ModelTensor.Of(ModelKeys.ForecastStep, [1.0]),
            ModelTensor.Of(ModelKeys.ForecastAnchorDay, [1.0]),
            ModelTensor.Of(ModelKeys.ForecastSeries, [0.0, 1.0], 2, 1),
            ModelTensor.Of(ModelKeys.ForecastValues, [1.0, 2, 3, 5, 6, 7], 2, 3),
        ]).ToBytes();
}

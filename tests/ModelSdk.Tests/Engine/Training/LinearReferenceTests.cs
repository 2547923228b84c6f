using System.Text.Json;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;
using ModelSdk.Engine.Training.Linear.LeastSquares;

namespace ModelSdk.Tests.Engine.Training;

public sealed class LinearReferenceTests
{
    private static readonly ITrainer[] Trainers =
        [new Ridge(), new Lasso(), new ElasticNet(), new LogisticRegression(), new PoissonRegression(), new QuantileRegression()];

    public static TheoryData<int, string> Models()
    {
        TheoryData<int, string> data = [];
        foreach ((JsonElement model, int index) in LinearReferenceData.Root.GetProperty("models").EnumerateArray().Select((model, index) => (model, index)))
        {
            data.Add(index, $"{model.GetProperty("trainer")} {model.GetProperty("label")} {model.GetProperty("weighted")} {model.GetProperty("settings")}");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_linear_model_is_that_of_scikit_learn(int index, string description)
    {
        JsonElement model = LinearReferenceData.Root.GetProperty("models")[index];
        ITrainer trainer = Trainers.Single(trainer => trainer.Name == model.GetProperty("trainer").GetString());
        (string Name, string Value)[] settings = [.. model.GetProperty("settings").EnumerateObject().Select(setting => (setting.Name, setting.Value.GetString()!))];
        TestTable table = LinearReferenceData.Table(model.GetProperty("label").GetString()!, model.GetProperty("weighted").GetBoolean());
        RecordingLog log = new();
        IReadOnlyList<CoefficientTable> tables = Fits.Coefficients(table, trainer, log, settings: [.. settings, .. Tight(trainer)]);
        Assert.Empty(log.Reports);
        if (model.TryGetProperty("objective", out JsonElement objective))
        {
            AssertObjective(objective.GetDouble(), Objective(table, tables[0], settings), description);
            return;
        }

        double[][] expected = [.. model.GetProperty("coefficients").EnumerateArray().Select(LinearReferenceData.Numbers)];
        double[] intercepts = LinearReferenceData.Numbers(model.GetProperty("intercepts"));
        for (int output = 0; output < expected.Length; output++)
        {
            double[] own = [.. tables[output].Rows.Select(row => row.Standardised)];
            Assert.All(own.Zip(expected[output]), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 2e-6, $"{description}: {pair}"));
            Assert.Equal(expected[output].Select(value => Math.Abs(value) < 1e-7), own.Select(value => value == 0));
            Assert.Equal(intercepts[output], tables[output].Intercept, 2e-5);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Standard_errors_and_probabilities_are_those_of_weighted_least_squares(int index)
    {
        JsonElement expected = LinearReferenceData.Root.GetProperty("statistics")[index];
        TestTable table = LinearReferenceData.Table("regression", expected.GetProperty("weighted").GetBoolean());
        LinearRegression trainer = new();
        ModelFit fit = new(table.Contract, trainer, HyperparameterValues.Defaults(trainer.Hyperparameters));
        TrainedModel model = fit.Run(table.Table, table.AllRows, new RecordingLog(), CancellationToken.None).Model;
        Assert.Equal(["(intercept)", "x0", "x1", "x2", "x3", "x4", "x5"], model.Statistics.Select(row => row.Name));
        AssertClose(expected.GetProperty("values"), model.Statistics.Select(row => row.Value));
        AssertClose(expected.GetProperty("errors"), model.Statistics.Select(row => row.StandardError));
        AssertClose(expected.GetProperty("probabilities"), model.Statistics.Select(row => row.PValue));
        Assert.Equal(expected.GetProperty("deviation").GetDouble(), model.Figures["ResidualStandardDeviation"], 1e-9);
        Assert.Equal(expected.GetProperty("degreesOfFreedom").GetInt32(), model.Figures["DegreesOfFreedom"]);
    }

    [Fact]
    public void Students_distribution_is_that_of_SciPy()
    {
        Assert.All(LinearReferenceData.Root.GetProperty("student").EnumerateArray(), point =>
        {
            double expected = point.GetProperty("probability").GetDouble();
            double own = StudentDistribution.TwoSided(point.GetProperty("t").GetDouble(), point.GetProperty("degrees").GetInt32());
            Assert.True(Math.Abs(own - expected) <= 1e-10 * expected, $"{point}: {own:R}");
        });
        Assert.True(double.IsNaN(StudentDistribution.TwoSided(1, 0)));
    }

    private static (string Name, string Value)[] Tight(ITrainer trainer) => trainer.Name switch
    {
        "Lasso" or "ElasticNet" => [("Tolerance", "1E-14")],
        "Ridge" => [],
        _ => [("Tolerance", "1E-8")],
    };

    private static double Objective(TestTable table, CoefficientTable model, (string Name, string Value)[] settings)
    {
        double quantile = double.Parse(settings.Single(setting => setting.Name == "Quantile").Value, System.Globalization.CultureInfo.InvariantCulture);
        double alpha = double.Parse(settings.Single(setting => setting.Name == "Alpha").Value, System.Globalization.CultureInfo.InvariantCulture);
        double[] weights = table.Table.Columns.FirstOrDefault(column => column.Schema.Name == "w")?.Values ?? [.. table.AllRows.Select(_ => 1.0)];
        double loss = table.AllRows.Sum(row =>
        {
            double margin = model.Intercept + model.Rows.Sum(coefficient => coefficient.Value * table.Table.Column(coefficient.Feature).Values[row]);
            double difference = table.Table.Column("regression").Values[row] - margin;
            return weights[row] * Math.Max(quantile * difference, (quantile - 1) * difference);
        });
        return (loss / weights.Sum()) + (alpha * model.Rows.Sum(row => Math.Abs(row.Standardised)));
    }

    private static void AssertObjective(double expected, double own, string description) =>
        Assert.True(Math.Abs(own - expected) <= 1e-6 * expected, $"{description}: {own:R}, scikit-learn {expected:R}");

    private static void AssertClose(JsonElement expected, IEnumerable<double> own) =>
        Assert.All(LinearReferenceData.Numbers(expected).Zip(own), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * (1e-3 + Math.Abs(pair.First))));
}

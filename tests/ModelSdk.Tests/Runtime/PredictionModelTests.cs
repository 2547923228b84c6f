using CsCheck;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime;
using ModelSdk.Runtime.Numerics;

namespace ModelSdk.Tests.Runtime;

public sealed class PredictionModelTests
{
    [Theory]
    [InlineData(56, 0, 10 + 2.5)]
    [InlineData(32, 1, 10 - 1)]
    [InlineData(32, 2, 10 + 3)]
    [InlineData(32, -1, 10 + 0.5)]
    [InlineData(32, double.NaN, 10 + 7)]
    [InlineData(double.NaN, 0, 10 + (2.5 * -0.125) + 0.25)]
    [InlineData(double.NaN, double.NaN, 10 + (2.5 * -0.125) + 0.25 + 7)]
    public void A_regression_adds_what_each_feature_contributes(double tenure, double region, double expected) =>
        Assert.Equal(expected, Score(SampleModels.Fare, tenure, region)[0]);

    [Fact]
    public void Two_classes_give_the_probability_of_the_positive_one() =>
        Assert.Equal(DeterministicMath.Sigmoid(12.5), Score(SampleModels.Churn, 56, 0)[0]);

    [Fact]
    public void Several_classes_give_probabilities_that_add_to_one_in_class_order()
    {
        double[] scores = Score(SampleModels.Species, 56, 2);
        double[] expected = [2.5 + 3 + 0.5, -0.5 - 3, 1 - 0.5];
        DeterministicMath.Softmax(expected);
        Assert.Equal(expected, scores);
        Assert.Equal(1, scores.Sum(), 12);
        Assert.Equal(0, PredictionModel.PredictedClass(scores));
    }

    [Fact]
    public void Of_equal_probabilities_the_first_class_wins() => Assert.Equal(1, PredictionModel.PredictedClass([0.2, 0.4, 0.4]));

    [Fact]
    public void Without_an_other_indicator_an_unknown_category_counts_as_the_reference()
    {
        LinearModelFile file = SampleModels.Fare with
        {
            Encodings = [SampleModels.Tenure, SampleModels.Region with { OtherIndicator = false, MissingIndicator = false }],
            Coefficients = new double[,] { { 2.5, 0.25, -1, 3 } },
        };
        Assert.Equal(Score(file, 20, 0), Score(file, 20, -1));
        Assert.Equal(Score(file, 20, 0), Score(file, 20, double.NaN));
    }

    [Fact]
    public void A_category_code_is_the_index_or_tells_other_from_missing()
    {
        PredictionModel model = PredictionModel.Load(SampleModels.Fare.ToBytes());
        Assert.Equal([2, -1, -1, double.NaN, double.NaN], new[] { "US", "us", "Mars", "", null }.Select(value => model.CategoryCode(1, value)));
        Assert.Throws<ArgumentException>(() => model.CategoryCode(0, "EU"));
        Assert.Throws<ArgumentException>(() => model.CategoryCode(2, "EU"));
    }

    [Fact]
    public void Scores_agree_with_the_definition() => Cases.Sample(
        (file, rows) =>
        {
            PredictionModel model = PredictionModel.Load(file.ToBytes());
            foreach (double[] row in rows)
            {
                double expected = file.Margin(0, row);
                double actual = Scores(model, row)[0];
                Assert.InRange(actual, expected - 1e-9 - (1e-12 * Math.Abs(expected)), expected + 1e-9 + (1e-12 * Math.Abs(expected)));
            }
        },
        iter: 500);

    [Fact]
    public void Rows_scored_together_have_the_same_bits_as_rows_scored_alone() => Cases.Sample(
        (file, rows) =>
        {
            PredictionModel model = PredictionModel.Load(file.ToBytes());
            double[] together = new double[rows.Length * model.ScoreCount];
            model.Score(rows.SelectMany(row => row).ToArray(), together);
            Assert.Equal(rows.SelectMany(row => Scores(model, row)).Select(BitConverter.DoubleToInt64Bits), together.Select(BitConverter.DoubleToInt64Bits));
        },
        iter: 200);

    [Fact]
    public void Large_values_that_vary_little_keep_their_digits()
    {
        LinearModelFile file = new(
            LinearModelFile.ContractOf(LinearModelFile.Number("y"), LinearModelFile.Feature("x", ColumnKind.Numeric)),
            [new FeatureEncoding("x", ColumnKind.Numeric) { Mean = 1e12, Scale = 0.5 }],
            new double[,] { { 0.1 } },
            [1]);
        Assert.Equal(1 + (0.1 / 0.5 * 0.25), Score(file, 1e12 + 0.25)[0]);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 1)]
    [InlineData(0, 1)]
    public void Lengths_that_are_not_those_of_the_same_rows_are_refused(int slots, int scores)
    {
        PredictionModel model = PredictionModel.Load(SampleModels.Fare.ToBytes());
        Assert.Throws<ArgumentException>(() => model.Score(new double[slots], new double[scores]));
    }

    [Fact]
    public void Loading_from_a_stream_or_a_span_gives_the_same_model()
    {
        byte[] bytes = SampleModels.Churn.ToBytes();
        using MemoryStream stream = new(bytes);
        double[] expected = Score(SampleModels.Churn, 3, 1);
        Assert.Equal(expected, Scores(PredictionModel.Load(stream), [3, 1]));
        Assert.Equal(expected, Scores(PredictionModel.Load(bytes.AsSpan()), [3, 1]));
    }

    [Fact]
    public void The_threshold_decides_from_where_on_a_probability_is_positive()
    {
        PredictionModel model = PredictionModel.Load((SampleModels.Churn with { Threshold = "0.75" }).ToBytes());
        Assert.Equal([false, true], new[] { Math.BitDecrement(0.75), 0.75 }.Select(model.IsPositive));
        Assert.Equal(0.5, PredictionModel.Load(SampleModels.Churn.ToBytes()).Threshold);
    }

    private static readonly Gen<double> Finite = Gen.Double[-1000, 1000];

    private static readonly Gen<(LinearModelFile File, double[][] Rows)> Cases = Gen.Select(Gen.Bool.Array[1, 20], Gen.Bool.Array[4]).SelectMany(
        (kinds, flags) =>
        {
            FeatureEncoding[] shapes = [.. kinds.Select((categorical, index) => Shape(index, categorical, flags))];
            int width = shapes.Sum(shape => shape.Width);
            Gen<double[]> row = Gen.Frequency((1, Gen.Const(double.NaN)), (6, Finite)).Array[kinds.Length]
                .Select(values => values.Select((value, slot) => kinds[slot] && !double.IsNaN(value) ? Math.Abs((int)value % 4) - 1 : value).ToArray());
            return Gen.Select(Finite.Array[width], Finite, row.Array[0, 5], (weights, intercept, rows) => (Linear(shapes, weights, intercept), rows));
        });

    private static FeatureEncoding Shape(int index, bool categorical, bool[] flags) => categorical
        ? SampleModels.Region with { Column = $"c{index}", Reference = flags[0] ? 1 : -1, OtherIndicator = flags[1], MissingIndicator = flags[2] }
        : SampleModels.Tenure with { Column = $"c{index}", MissingIndicator = flags[3] };

    private static LinearModelFile Linear(FeatureEncoding[] encodings, double[] weights, double intercept)
    {
        double[,] coefficients = new double[1, weights.Length];
        for (int column = 0; column < weights.Length; column++)
        {
            coefficients[0, column] = weights[column];
        }

        ContractColumn[] features = [.. encodings.Select(encoding => LinearModelFile.Feature(encoding.Column, encoding.Kind, nullable: true))];
        return new LinearModelFile(LinearModelFile.ContractOf(LinearModelFile.Number("y"), features), encodings, coefficients, [intercept]);
    }

    private static double[] Score(LinearModelFile file, params double[] slots) => Scores(PredictionModel.Load(file.ToBytes()), slots);

    private static double[] Scores(PredictionModel model, double[] slots)
    {
        double[] scores = new double[model.ScoreCount];
        model.Score(slots, scores);
        return scores;
    }
}

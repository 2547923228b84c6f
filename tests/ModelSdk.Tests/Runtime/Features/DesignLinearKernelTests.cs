using CsCheck;
using ModelSdk.Contracts.Models;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Runtime.Features;

public sealed class DesignLinearKernelTests
{
    // A product with the coefficient 0 takes the general way and changes nothing.
    private static LinearModelFile General(LinearModelFile plain) => plain with
    {
        Encodings = [plain.Encodings[0] with { Interactions = new([new FeatureInteraction("region", plain.Encodings[1].IndicatorWidth)]) }, plain.Encodings[1]],
        Coefficients = WithZeros(plain.Coefficients, plain.Encodings[0].Width, plain.Encodings[1].IndicatorWidth),
    };

    [Fact]
    public void The_general_way_comes_to_the_same_as_the_short_one() =>
        Gen.Select(Gen.OneOf(Gen.Double[-100, 100], Gen.Const(double.NaN)), Gen.OneOf(Gen.Int[-1, 2].Select(code => (double)code), Gen.Const(double.NaN))).Sample((tenure, region) =>
        {
            foreach (LinearModelFile plain in new[] { SampleModels.Fare, SampleModels.Churn, SampleModels.Species })
            {
                Assert.Equal(Score(plain, tenure, region), Score(General(plain), tenure, region), (left, right) => Math.Abs(left - right) < 1e-12);
            }
        });

    [Theory]
    [InlineData(56, 1, 10 + 2.5 - 1 + 3)]
    [InlineData(56, 0, 10 + 2.5)]
    [InlineData(56, double.NaN, 10 + 2.5 + 7 + 6)]
    public void A_product_adds_its_coefficient_times_number(double tenure, double region, double expected)
    {
        LinearModelFile file = General(SampleModels.Fare);
        for (int index = 0; index < 4; index++)
        {
            file.Coefficients[0, 2 + index] = 3 + index;
        }

        Assert.Equal(expected, Score(file, tenure, region)[0], 12);
    }

    private static double[,] WithZeros(double[,] coefficients, int at, int count)
    {
        double[,] wider = new double[coefficients.GetLength(0), coefficients.GetLength(1) + count];
        for (int output = 0; output < coefficients.GetLength(0); output++)
        {
            for (int column = 0; column < coefficients.GetLength(1); column++)
            {
                wider[output, column < at ? column : column + count] = coefficients[output, column];
            }
        }

        return wider;
    }

    private static double[] Score(LinearModelFile file, double tenure, double region)
    {
        PredictionModel model = PredictionModel.Load(file.ToBytes());
        double[] scores = new double[model.ScoreCount];
        model.Score([tenure, region], scores);
        return scores;
    }
}

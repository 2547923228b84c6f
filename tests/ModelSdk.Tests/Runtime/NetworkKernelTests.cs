using ModelSdk.Contracts.Models;
using ModelSdk.Runtime;
using ModelSdk.Runtime.Features;

namespace ModelSdk.Tests.Runtime;

public sealed class NetworkKernelTests
{
    private const int Columns = 6;

    private static readonly double[][] Rows = [[12, 0], [40, 1], [7, 2], [-3, -1], [double.NaN, 0], [100, double.NaN], [double.NaN, double.NaN], [32, 2]];

    private static readonly Dictionary<string, (ModelTensor[] Tensors, string Message)> Damaged = new()
    {
        ["nothing"] = ([], "0 tensors"),
        ["biases missing"] = ([NetworkModelFile.Weights(0, 1, Columns)], "1 tensors"),
        ["a layer left out"] = ([NetworkModelFile.Weights(0, 4, Columns), NetworkModelFile.Biases(0, 4), NetworkModelFile.Weights(2, 1, 4), NetworkModelFile.Biases(2, 1)], "network.weights.1"),
        ["a foreign tensor"] = ([NetworkModelFile.Weights(0, 1, Columns), NetworkModelFile.Biases(0, 1), ModelTensor.Of("linear.intercepts", [1])], "3 tensors"),
        ["too few columns"] = ([NetworkModelFile.Weights(0, 1, 5), NetworkModelFile.Biases(0, 1)], "[1, 5]"),
        ["too many outputs"] = ([NetworkModelFile.Weights(0, 2, Columns), NetworkModelFile.Biases(0, 2)], "[2, 6]"),
        ["layers that do not meet"] = ([NetworkModelFile.Weights(0, 4, Columns), NetworkModelFile.Biases(0, 4), NetworkModelFile.Weights(1, 1, 5), NetworkModelFile.Biases(1, 1)], "[1, 5]"),
        ["weights unlike biases"] = ([NetworkModelFile.Weights(0, 3, Columns), NetworkModelFile.Biases(0, 4), NetworkModelFile.Weights(1, 1, 4), NetworkModelFile.Biases(1, 1)], "[3, 6]"),
        ["no unit"] = ([ModelTensor.Of("network.weights.0", [], 0, Columns), ModelTensor.Of("network.biases.0", [], 0), NetworkModelFile.Weights(1, 1, 0), NetworkModelFile.Biases(1, 1)], "at least 1"),
        ["biases in two dimensions"] = ([NetworkModelFile.Weights(0, 4, Columns), ModelTensor.Of("network.biases.0", [1, 2, 3, 4], 2, 2), NetworkModelFile.Weights(1, 1, 4), NetworkModelFile.Biases(1, 1)], "[2, 2]"),
        ["not a number"] = ([NetworkModelFile.Weights(0, 1, Columns), ModelTensor.Of("network.biases.0", [double.NaN], 1)], "not a finite number"),
    };

    public static TheoryData<string> Damages => [.. Damaged.Keys];

    [Theory]
    [InlineData(new[] { 1 })]
    [InlineData(new[] { 7, 1 })]
    [InlineData(new[] { 8, 16, 1 })]
    [InlineData(new[] { 33, 5, 12, 1 })]
    public void Scores_are_those_of_the_definition(int[] units)
    {
        NetworkModelFile file = NetworkModelFile.Of(SampleModels.Fare, Columns, units);
        PredictionModel model = PredictionModel.Load(file.ToBytes());
        FeatureEncoder encoder = new(model.Features);
        foreach (double[] row in Rows)
        {
            double[] columns = new double[Columns];
            encoder.Encode(row, columns);
            double[] score = new double[1];
            model.Score(row, score);
            Assert.Equal(file.Margins(columns)[0], score[0], 1e-9);
        }
    }

    [Fact]
    public void Classes_have_their_own_margins()
    {
        NetworkModelFile file = NetworkModelFile.Of(SampleModels.Species, Columns, 9, 3);
        PredictionModel model = PredictionModel.Load(file.ToBytes());
        double[] columns = new double[Columns];
        new FeatureEncoder(model.Features).Encode(Rows[1], columns);
        double[] exponentials = [.. file.Margins(columns).Select(Math.Exp)];
        double[] scores = new double[3];
        model.Score(Rows[1], scores);
        Assert.All(exponentials.Zip(scores), pair => Assert.Equal(pair.First / exponentials.Sum(), pair.Second, 1e-12));
    }

    [Fact]
    public void Rows_have_the_same_bits_alone_and_together()
    {
        PredictionModel model = PredictionModel.Load(NetworkModelFile.Of(SampleModels.Species, Columns, 20, 3).ToBytes());
        double[] together = new double[3 * Rows.Length];
        model.Score([.. Rows.SelectMany(row => row)], together);
        double[] alone = new double[3];
        for (int row = 0; row < Rows.Length; row++)
        {
            model.Score(Rows[row], alone);
            Assert.Equal(together.AsSpan(3 * row, 3).ToArray(), alone);
        }
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        PredictionModel model = PredictionModel.Load(NetworkModelFile.Of(SampleModels.Fare, Columns, 64, 32, 1).ToBytes());
        double[] score = new double[1];
        model.Score(Rows[0], score);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int repetition = 0; repetition < 100; repetition++)
        {
            model.Score(Rows[1], score);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_file_whose_tensors_do_not_fit_is_refused_with_a_reason(string damage)
    {
        (ModelTensor[] tensors, string message) = Damaged[damage];
        byte[] bytes = new NetworkModelFile(SampleModels.Fare, tensors).ToBytes();
        Assert.Contains(message, Assert.Throws<ModelFormatException>(() => PredictionModel.Load(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_changed_byte_is_either_refused_as_a_format_error_or_harmless()
    {
        byte[] bytes = NetworkModelFile.Of(SampleModels.Fare, Columns, 2, 1).ToBytes();
        for (int index = 0; index < bytes.Length; index++)
        {
            byte original = bytes[index];
            foreach (byte mask in new byte[] { 1, 0x20, 0x80, (byte)(original ^ '"') })
            {
                bytes[index] = (byte)(original ^ mask);
                Exception? exception = Record.Exception(() => Score(bytes));
                Assert.True(exception is null or ModelFormatException, $"Byte {index} changed by {mask}: {exception}");
            }

            bytes[index] = original;
        }
    }

    private static void Score(byte[] bytes)
    {
        PredictionModel model = PredictionModel.Load(bytes);
        model.Score(new double[model.SlotCount], new double[model.ScoreCount]);
    }
}

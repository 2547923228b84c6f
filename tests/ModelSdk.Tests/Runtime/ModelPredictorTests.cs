using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Runtime;

public sealed class ModelPredictorTests
{
    private static readonly FareInput[] Inputs = [new(56, "EU"), new(null, "Mars"), new(3, null), new(double.NaN, "US")];

    private readonly FarePredictor predictor = new(Load(SampleModels.Fare));

    [Fact]
    public void An_input_goes_through_slots_to_a_prediction() => Assert.Equal(new FarePrediction(12.5), this.predictor.Predict(new FareInput(56, "EU")));

    [Fact]
    public void Inputs_predicted_together_have_the_same_bits_as_one_by_one()
    {
        FarePrediction[] predictions = new FarePrediction[Inputs.Length];
        this.predictor.Predict(Inputs, predictions);
        Assert.Equal(Inputs.Select(input => this.predictor.Predict(input)), predictions);
    }

    [Fact]
    public void A_null_and_a_NaN_are_both_missing() =>
        Assert.Equal(this.predictor.Predict(new FareInput(null, "US")), this.predictor.Predict(new FareInput(double.NaN, "US")));

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Spans_of_different_length_are_refused_before_anything_is_written(int length)
    {
        FarePrediction[] predictions = new FarePrediction[length];
        ArgumentException exception = Assert.Throws<ArgumentException>(() => this.predictor.Predict(Inputs, predictions));
        Assert.Equal($"There are 4 inputs and places for {length} predictions; both spans must have the same length.", exception.Message);
        Assert.All(predictions, prediction => Assert.Equal(default, prediction));
    }

    [Fact]
    public void A_prediction_allocates_nothing()
    {
        FarePrediction[] predictions = new FarePrediction[Inputs.Length];
        for (int warmUp = 0; warmUp < 200; warmUp++)
        {
            this.PredictAll(predictions);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        this.PredictAll(predictions);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_model_with_more_features_than_fit_on_the_stack_predicts_the_same()
    {
        const int Count = 300;
        ContractColumn[] features = [.. Enumerable.Range(0, Count).Select(index => LinearModelFile.Feature($"x{index}", ColumnKind.Numeric))];
        FeatureEncoding[] encodings = [.. features.Select(feature => new FeatureEncoding(feature.Name, ColumnKind.Numeric))];
        double[,] coefficients = new double[1, Count];
        coefficients[0, 0] = 1;
        coefficients[0, Count - 1] = 10;
        WidePredictor wide = new(Load(new LinearModelFile(LinearModelFile.ContractOf(LinearModelFile.Number("y"), features), encodings, coefficients, [100])));
        Assert.Equal(100 + 2 + 20, wide.Predict(new FareInput(2, null)).Fare);
    }

    [Fact]
    public void Many_threads_predict_the_same_as_one()
    {
        FarePrediction[] expected = [.. Inputs.Select(input => this.predictor.Predict(input))];
        Parallel.For(0, 1000, index => Assert.Equal(expected[index % 4], this.predictor.Predict(Inputs[index % 4])));
    }

    [Theory]
    [InlineData("1970-01-02T12:00:00+00:00", 1.5)]
    [InlineData("1970-01-01T01:00:00+01:00", 0)]
    [InlineData("1969-12-31T00:00:00+00:00", -1)]
    public void A_date_is_days_since_1970_whatever_its_offset(string date, double days) =>
        Assert.Equal(days, SlotValue.Of(DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Other_values_are_their_number_and_null_is_NaN()
    {
        Assert.Equal([1, 0, 7, 2.5, 1, 7, 2.5], [SlotValue.Of(true), SlotValue.Of(false), SlotValue.Of(7L), SlotValue.Of(2.5), SlotValue.Of((bool?)true), SlotValue.Of((long?)7), SlotValue.Of((double?)2.5)]);
        Assert.All([SlotValue.Of((bool?)null), SlotValue.Of((long?)null), SlotValue.Of((double?)null), SlotValue.Of((DateTimeOffset?)null)], slot => Assert.Equal(double.NaN, slot));
    }

    private static LoadedModel Load(LinearModelFile file) => LoadedModel.FromBytes(file.ToBytes(), "Fare", ContractWriter.WriteSemantics(file.Contract));

    private void PredictAll(FarePrediction[] predictions)
    {
        this.predictor.Predict(Inputs, predictions);
        for (int index = 0; index < Inputs.Length; index++)
        {
            predictions[index] = this.predictor.Predict(in Inputs[index]);
        }
    }

    private sealed class WidePredictor(LoadedModel source) : ModelPredictor<FareInput, FarePrediction>(source)
    {
        protected override void Encode(in FareInput input, Span<double> slots) => slots.Fill(SlotValue.Of(input.Tenure));

        protected override FarePrediction Decode(ReadOnlySpan<double> scores) => new(scores[0]);
    }
}

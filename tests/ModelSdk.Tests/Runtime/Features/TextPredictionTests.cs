using ModelSdk.Contracts;
using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Runtime.Features;

public sealed class TextPredictionTests
{
    private static readonly FeatureEncoding Note = new("note", ColumnKind.Text)
    {
        Text = new TextEncoding(8) { WordNgrams = 1, Documents = 9, Frequencies = new EquatableArray<int>([0, 1, 2, 3, 4, 5, 6, 7]) },
        MissingIndicator = true,
    };

    private static readonly LinearModelFile File = new(
        LinearModelFile.ContractOf(LinearModelFile.Number("fare"), LinearModelFile.Feature("tenure", ColumnKind.Numeric, nullable: true), LinearModelFile.Feature("note", ColumnKind.Text, nullable: true)),
        [SampleModels.Tenure, Note],
        new double[,] { { 2.5, 0.25, 1, 2, 3, 4, 5, 6, 7, -100 } },
        [10]);

    private static readonly FareInput[] Inputs = [new(56, "a longer note than others, of eleven words or so"), new(null, "X"), new(3, null), new(double.NaN, ""), new(1, "…")];

    private readonly NotePredictor predictor = new(Load(File));

    [Fact]
    public void A_text_counts_by_its_buckets_and_a_missing_one_by_its_indicator()
    {
        Assert.Equal(2 + 8, this.predictor.Model.SlotCount);
        double[] slots = new double[10];
        this.predictor.Model.EncodeText(1, "X", slots);
        int bucket = Array.IndexOf(slots, 1.0);
        Assert.InRange(bucket, 3, 9);
        Assert.Equal(10 + (2.5 * -0.125) + 0.25 + (bucket - 2), this.predictor.Predict(new FareInput(null, "X")).Fare);
        Assert.Equal(10 - 100, this.predictor.Predict(new FareInput(32, null)).Fare);
        Assert.Equal(10, this.predictor.Predict(new FareInput(32, "…")).Fare);
    }

    [Fact]
    public void Nothing_of_a_text_is_left_for_the_next_row()
    {
        FarePrediction[] together = new FarePrediction[Inputs.Length];
        this.predictor.Predict(Inputs, together);
        Assert.Equal(Inputs.Select(input => new NotePredictor(Load(File)).Predict(input)), together);
    }

    [Fact]
    public void A_prediction_of_a_text_allocates_nothing()
    {
        FarePrediction[] predictions = new FarePrediction[Inputs.Length];
        for (int warmUp = 0; warmUp < 200; warmUp++)
        {
            this.predictor.Predict(Inputs, predictions);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        this.predictor.Predict(Inputs, predictions);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Strings_that_an_older_model_takes_for_categories_are_still_codes()
    {
        LinearModelFile older = SampleModels.Fare with
        {
            Contract = LinearModelFile.ContractOf(LinearModelFile.Number("fare"), LinearModelFile.Feature("tenure", ColumnKind.Numeric, nullable: true), LinearModelFile.Feature("region", ColumnKind.Text, nullable: true)),
            Encodings = [SampleModels.Tenure, SampleModels.Region with { Kind = ColumnKind.Text }],
        };
        PredictionModel model = PredictionModel.Load(older.ToBytes());
        double[] slots = new double[2];
        model.EncodeText(1, "US", slots);
        Assert.Equal(2, slots[1]);
        Assert.Throws<ArgumentException>(() => model.EncodeText(0, "US", slots));
        Assert.Throws<ArgumentException>(() => this.predictor.Model.EncodeText(1, "US", new double[9]));
    }

    private static LoadedModel Load(LinearModelFile file) => LoadedModel.FromBytes(file.ToBytes(), "Fare", ContractWriter.WriteSemantics(file.Contract));

    private sealed class NotePredictor(LoadedModel source) : ModelPredictor<FareInput, FarePrediction>(source)
    {
        protected override void Encode(in FareInput input, Span<double> slots)
        {
            slots[0] = SlotValue.Of(input.Tenure);
            this.Model.EncodeText(1, input.Region, slots);
        }

        protected override FarePrediction Decode(ReadOnlySpan<double> scores) => new(scores[0]);
    }
}

using ModelSdk.Contracts.Models;
using ModelSdk.Contracts.Schema;
using ModelSdk.Runtime;

namespace ModelSdk.Generator.Tests;

/// <summary>Generated classes, compiled and run.</summary>
public sealed class RunTests
{
    private const int Rows = 40;

    [Theory]
    [InlineData("Churn")]
    [InlineData("Income")]
    [InlineData("Penguins")]
    [InlineData("Reviews")]
    [InlineData("TaxiFare")]
    [InlineData("Torture")]
    public void The_class_predicts_the_bits_that_the_model_scores(string name)
    {
        ModelContract contract = ContractOf(name);
        byte[] bytes = ModelFiles.Make(contract);
        Array[] columns = [.. contract.Features.Select(Column)];
        double[] actual = new CompiledModel(contract, name, bytes, ModelFiles.MakeRecord(name, bytes)).Verify(columns, Rows);
        Assert.Equal(Expected(PredictionModel.Load(bytes), columns).Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void A_boolean_label_whose_positive_class_means_false_is_turned_round()
    {
        ContractColumn[] columns = [.. ContractText.Churn.Columns];
        ModelContract contract = ContractText.Churn with { Columns = new([.. columns[..^1], columns[^1] with { Positive = "0" }]) };
        byte[] bytes = ModelFiles.Make(contract);
        const string Probe = """
            internal static class Probe
            {
                public static bool LabelIsPositive() => Acme.ChurnModel.Predict(new Acme.ChurnInput { Tenure = 1, Contract = "month", Paperless = true }) is var p && p.Churned == (p.Probability >= 0.5);
            }
            """;
        CompiledModel compiled = new(contract, "Churn", bytes, ModelFiles.MakeRecord("Churn", bytes), Probe);
        Assert.Equal(false, compiled.Assembly.GetType("Probe")!.GetMethod("LabelIsPositive")!.Invoke(null, []));
    }

    [Fact]
    public void Info_tells_the_embedded_record()
    {
        byte[] bytes = ModelFiles.Make(ContractText.TaxiFare);
        CompiledModel compiled = new(ContractText.TaxiFare, "TaxiFare", bytes, ModelFiles.MakeRecord("TaxiFare", bytes));
        ModelInfo info = (ModelInfo)compiled.Call("TaxiFareModel", "get_Info")!;
        Assert.Equal(("TaxiFare", ModelFile.Digest(bytes), 1.5), (info.Name, info.ModelDigest, info.Metrics["Rmse"]));
        Assert.StartsWith("0.1.0-dev.g", info.Version, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tampered_resource_stops_the_first_prediction_and_every_later_one_with_the_reason()
    {
        byte[] bytes = ModelFiles.Make(ContractText.TaxiFare);
        byte[] record = ModelFiles.MakeRecord("TaxiFare", bytes);
        bytes[^1] ^= 0x40;
        CompiledModel compiled = new(ContractText.TaxiFare, "TaxiFare", bytes, record);
        for (int attempt = 0; attempt < 2; attempt++)
        {
            ModelLoadException exception = Assert.Throws<ModelLoadException>(() => compiled.Verify([new double[1]], 1));
            Assert.Contains("The model TaxiFare in App was altered or cut short", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Another_models_file_is_refused_and_one_of_the_same_contract_is_loaded()
    {
        byte[] bytes = ModelFiles.Make(ContractText.TaxiFare);
        CompiledModel compiled = new(ContractText.TaxiFare, "TaxiFare", bytes, ModelFiles.MakeRecord("TaxiFare", bytes));
        ModelLoadException exception = Assert.Throws<ModelLoadException>(() => compiled.Call("TaxiFarePredictor", "Load", ModelFiles.Make(ContractText.Income)));
        Assert.Contains("does not fit the class TaxiFareModel: its task is BinaryClassification", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(compiled.Call("TaxiFarePredictor", "Load", bytes));
    }

    internal static ModelContract ContractOf(string name) => name switch
    {
        "Churn" => ContractText.Churn,
        "Income" => ContractText.Income,
        "Penguins" => ContractText.Penguins,
        "Reviews" => ContractText.Reviews,
        "TaxiFare" => ContractText.TaxiFare,
        _ => ContractText.Torture,
    };

    // Row by row another value; a nullable column is missing in every fifth row, and every seventh category is unknown.
    private static Array Column(ContractColumn column, int slot)
    {
        int[] seeds = [.. Enumerable.Range(0, Rows).Select(row => (row * 13) + (slot * 5))];
        bool Missing(int seed) => column.Nullable && seed % 5 == 0;
        return column.Kind switch
        {
            ColumnKind.Numeric => Array.ConvertAll(seeds, seed => Missing(seed) ? double.NaN : seed / 3.0),
            ColumnKind.Integer => Array.ConvertAll(seeds, seed => Missing(seed) ? (long?)null : seed),
            ColumnKind.Boolean => Array.ConvertAll(seeds, seed => Missing(seed) ? (bool?)null : seed % 2 == 0),
            ColumnKind.Date => Array.ConvertAll(seeds, seed => Missing(seed) ? (DateTimeOffset?)null : DateTimeOffset.UnixEpoch.AddMinutes(seed)),
            _ => Array.ConvertAll(seeds, seed => Missing(seed) ? null : seed % 7 == 0 ? "?" : seed % 2 == 0 ? "EU" : "year"),
        };
    }

    private static List<double> Expected(PredictionModel model, Array[] columns)
    {
        List<double> expected = [];
        double[] scores = new double[model.ScoreCount];
        for (int row = 0; row < Rows; row++)
        {
            double[] slots = new double[model.SlotCount];
            for (int slot = 0; slot < columns.Length; slot++)
            {
                Fill(model, slot, columns[slot].GetValue(row), slots);
            }

            model.Score(slots, scores);
            expected.AddRange(scores);
            expected.AddRange(model.Task switch
            {
                ModelTask.BinaryClassification => [model.IsPositive(scores[0]) ? 1 : 0],
                ModelTask.MulticlassClassification => [(double)PredictionModel.PredictedClass(scores)],
                _ => [],
            });
        }

        return expected;
    }

    private static void Fill(PredictionModel model, int slot, object? value, double[] slots)
    {
        if (model.Features[slot].Text is not null)
        {
            model.EncodeText(slot, (string?)value, slots);
            return;
        }

        slots[slot] = Slot(model, slot, value);
    }

    private static double Slot(PredictionModel model, int slot, object? value) => value switch
    {
        null when model.Features[slot].IsCategorical => model.CategoryCode(slot, null),
        null => double.NaN,
        double number => number,
        long number => number,
        bool flag => flag ? 1 : 0,
        DateTimeOffset date => (date - DateTimeOffset.UnixEpoch).Ticks / (double)TimeSpan.TicksPerDay,
        _ => model.CategoryCode(slot, (string)value),
    };
}

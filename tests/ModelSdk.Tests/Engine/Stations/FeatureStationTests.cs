using System.Globalization;
using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Stations;
using ModelSdk.Engine.Verification;
using ModelSdk.Runtime;

namespace ModelSdk.Tests.Engine.Stations;

public sealed class FeatureStationTests : IDisposable
{
    private const string Contract = """
        {
          "task": "Regression",
          "columns": [
            { "name": "income", "role": "feature", "kind": "numeric", "nullable": true },
            { "name": "when", "role": "feature", "kind": "date", "reference": "2024-01-01" },
            { "name": "zone", "role": "feature", "kind": "categorical" },
            { "name": "note", "role": "feature", "kind": "text", "nullable": true },
            { "name": "fare", "role": "label", "kind": "numeric" }
          ]
        }
        """;

    private static readonly string[] Notes = ["good value", "a bad ride", "GOOD, very good", "", "wonderful driver"];

    private readonly StationProject project = new();

    public FeatureStationTests()
    {
        this.project.Write("Fare.schema.json", Contract);
        this.project.Write("data.csv", Rows(300));
    }

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void A_model_of_text_date_logarithm_and_product_goes_through_every_station()
    {
        this.AddItems();
        Assert.True(this.project.Run(), this.Said);
        PredictionModel model = PredictionModel.Load(File.ReadAllBytes(this.project.Artifact("Fare.safetensors")));
        Assert.Equal(4 + 64, model.SlotCount);
        Assert.Equal(FeatureTransform.Log, model.Features[0].Transform);
        Assert.Equal(["when", "zone"], model.Features[0].Interactions.Select(interaction => interaction.With));
        VerificationRows rows = VerificationRows.Read(File.ReadAllBytes(this.project.Artifact("verification.json")));
        Assert.Equal(rows.Predictions, Predictions(model, rows));
        Assert.Contains("\"Feature.income\": \"Transform=Log;Impute=Median\"", this.project.Text("training.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Trees_read_dates_texts_and_products_of_numbers_too()
    {
        this.project.Set("ModelTrainer", "GradientBoosting");
        this.project.Item("ModelFeature", "note", ("TextBuckets", "64"));
        this.project.Item("ModelFeature", "income", ("Monotone", "Increasing"));
        this.project.Item("ModelInteraction", "income", ("With", "when"));
        Assert.True(this.project.Run(), this.Said);
        Assert.DoesNotContain("MODEL2076", this.project.Output.Codes);
        PredictionModel model = PredictionModel.Load(File.ReadAllBytes(this.project.Artifact("Fare.safetensors")));
        Assert.Equal(("trees", 6), (ModelFile.Read(File.ReadAllBytes(this.project.Artifact("Fare.safetensors"))).Text(ModelKeys.Kernel), model.Features[1].Width));
        VerificationRows rows = VerificationRows.Read(File.ReadAllBytes(this.project.Artifact("verification.json")));
        Assert.Equal(rows.Predictions, Predictions(model, rows));
        Assert.True(rows.Predictions.Distinct().Count() > 10);
    }

    [Fact]
    public void Every_setting_makes_another_recipe()
    {
        List<string> recipes = [this.Recipe()];
        (string Type, string Include, string Name, string Value)[] settings =
        [
            ("ModelFeature", "income", "Transform", "Log"), ("ModelFeature", "*", "Scale", "Robust"), ("ModelFeature", "zone", "MissingIndicator", "false"),
            ("ModelFeature", "when", "DateParts", "Elapsed;Hour"), ("ModelFeature", "note", "TextBuckets", "32"), ("ModelInteraction", "income", "With", "zone"),
            ("ModelInteraction", "income", "With", "when"),
        ];
        foreach ((string type, string include, string name, string value) in settings)
        {
            this.project.Item(type, include, (name, value));
            recipes.Add(this.Recipe());
        }

        this.project.RemoveItems("ModelFeature");
        this.project.RemoveItems("ModelInteraction");
        Assert.Equal(recipes[0], this.Recipe());
        Assert.Equal(recipes.Count, recipes.Distinct().Count());
    }

    [Fact]
    public void The_reference_date_is_part_of_the_recipe_and_of_the_model()
    {
        string before = this.Recipe();
        this.project.Write("Fare.schema.json", Contract.Replace("2024-01-01", "2020-01-01", StringComparison.Ordinal));
        Assert.NotEqual(before, this.Recipe());
        PredictionModel model = PredictionModel.Load(File.ReadAllBytes(this.project.Artifact("Fare.safetensors")));
        Assert.Equal((new DateTime(2020, 1, 1) - new DateTime(1970, 1, 1)).Days, model.Features[1].Origin);
    }

    [Fact]
    public void A_misspelt_feature_stops_before_the_data_is_read_and_every_mistake_is_told()
    {
        this.project.Item("ModelFeature", "incom", ("Transform", "Log"));
        this.project.Item("ModelFeature", "zone", ("Transform", "Log"));
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL2070", "MODEL2073"], this.project.Output.Codes);
    }

    [Fact]
    public void A_committed_version_is_attested_with_its_feature_settings()
    {
        this.AddItems();
        Assert.NotNull(this.project.Commit("first"));
        Assert.True(AttestStation.Run(this.project.Options(), "0.1.0", this.project.Output, CancellationToken.None), this.Said);
    }

    private string Said => string.Join("\n", this.project.Output.Diagnostics);

    private static double[] Predictions(PredictionModel model, VerificationRows rows)
    {
        double[] predictions = new double[rows.RowCount];
        double[] slots = new double[model.SlotCount];
        for (int row = 0; row < rows.RowCount; row++)
        {
            slots[0] = ((double[])rows.Columns[0])[row];
            slots[1] = SlotValue.Of(((DateTimeOffset?[])rows.Columns[1])[row]);
            slots[2] = model.CategoryCode(2, ((string?[])rows.Columns[2])[row]);
            model.EncodeText(3, ((string?[])rows.Columns[3])[row], slots);
            model.Score(slots, predictions.AsSpan(row, 1));
        }

        return predictions;
    }

    private static string Rows(int count)
    {
        IEnumerable<string> rows = Enumerable.Range(0, count).Select(row =>
        {
            uint mixed = (uint)row * 2654435761u;
            string income = mixed % 11 == 0 ? "" : (mixed % 977 * 13).ToString(CultureInfo.InvariantCulture);
            DateTime when = new DateTime(2024, 1, 1).AddHours(mixed % 9000);
            return FormattableString.Invariant($"{income},{when:yyyy-MM-ddTHH:mm:ss}Z,{"ABC"[(int)(mixed % 3)]},\"{Notes[mixed / 7 % 5]}\",{(mixed % 31) + (5 * (mixed / 7 % 5))}");
        });
        return string.Join("\n", rows.Prepend("income,when,zone,note,fare")) + "\n";
    }

    private void AddItems()
    {
        this.project.Item("ModelFeature", "income", ("Transform", "Log"), ("Impute", "Median"));
        this.project.Item("ModelFeature", "note", ("Text", "Words;Characters"), ("TextBuckets", "64"));
        this.project.Item("ModelInteraction", "income", ("With", "when"));
        this.project.Item("ModelInteraction", "zone", ("With", "income"));
    }

    private string Recipe()
    {
        Assert.True(this.project.Run("train"), this.Said);
        return TrainingRecord.Read(this.project.Text("training.json")).RecipeDigest;
    }
}

using System.Text.Json.Nodes;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Tests.DuckDb;

namespace ModelSdk.Tests.Engine.Stations;

/// <summary>What a project can get wrong ends its build with one diagnostic that says what to change, or is a warning; never an exception.</summary>
public sealed class BadInputStationTests : IDisposable
{
    private readonly StationProject project = new();

    public void Dispose() => this.project.Dispose();

    [Fact]
    public void Malformed_Parquet_is_named()
    {
        this.UsePackage();
        byte[] bytes = File.ReadAllBytes(DataFolder.Parquet("table-penguins.parquet"));
        File.WriteAllBytes(Path.Combine(this.project.Folder, "cut.parquet"), bytes[..^20]);
        this.project.RemoveItems("TrainingData");
        this.project.Item("TrainingData", "cut.parquet");
        ReportedDiagnostic refused = this.Refused("MODEL1030");
        Assert.EndsWith("cut.parquet", refused.Location.File, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_SQL_has_DuckDBs_words_and_the_line_of_the_query_file()
    {
        this.UsePackage();
        this.project.Set("ModelQueryFile", "features.sql");
        this.project.Write("features.sql", "SELECT zone,\n  distans\nFROM rides");
        this.project.RemoveItems("TrainingData");
        this.project.Item("TrainingData", "data.csv", ("Table", "rides"));
        ReportedDiagnostic refused = this.Refused("MODEL1032");
        Assert.Equal(("features.sql", 2, 3), (Path.GetFileName(refused.Location.File), refused.Location.Line, refused.Location.Column));
        Assert.Contains("Referenced column \"distans\" not found", refused.Text, StringComparison.Ordinal);
        Assert.Contains("distance", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PoissonRegression", "", "MODEL2021")]
    [InlineData("GradientBoosting", "Poisson", "MODEL2051")]
    public void A_label_outside_the_domain_of_the_objective_is_counted(string trainer, string objective, string code)
    {
        this.project.Write("data.csv", StationProject.Rows(400).Replace("\n36,A,", "\n36,A,-", StringComparison.Ordinal));
        this.project.Set("ModelTrainer", trainer);
        if (objective.Length > 0)
        {
            this.project.Item("Hyperparameter", "Objective", ("Value", objective));
        }

        Assert.Contains("negative", this.Refused(code).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Separable_rows_are_a_warning_that_names_the_column()
    {
        this.Classes((row, noise) => row % 3 == 0 || noise > 50);
        this.project.Item("Hyperparameter", "L2", ("Value", "0"));
        Assert.True(this.project.Run("train"), this.Said);
        ReportedDiagnostic warning = Assert.Single(this.project.Output.Diagnostics, diagnostic => diagnostic.Code == "MODEL2022");
        Assert.Contains("\"zone=A\"", warning.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"zone=B\"", warning.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LinearRegression", true)]
    [InlineData("Ridge", false)]
    [InlineData("Lasso", false)]
    [InlineData("ElasticNet", false)]
    [InlineData("GradientBoosting", false)]
    [InlineData("RandomForest", false)]
    public void More_columns_than_rows_are_fitted_and_least_squares_says_what_it_means(string trainer, bool warns)
    {
        const int Width = 60;
        string header = string.Join(',', Enumerable.Range(0, Width).Select(column => $"c{column}")) + ",fare\n";
        IEnumerable<string> rows = Enumerable.Range(0, 40).Select(row => string.Join(',', Enumerable.Range(0, Width + 1).Select(column => (((row + 1) * (column + 3) * 7919) + (row * row)) % 101)));
        this.project.Write("data.csv", header + string.Join('\n', rows) + "\n");
        this.project.Set("ModelTrainer", trainer);
        Assert.True(this.project.Run("train"), this.Said);
        Assert.Equal(warns, this.project.Output.Codes.Contains("MODEL2003"));
        Assert.True(File.Exists(this.project.Artifact("Fare.safetensors")));
    }

    [Theory]
    [InlineData("LogisticRegression", "SGD")]
    [InlineData("LogisticRegression", "GradientDescent")]
    [InlineData("NeuralNetwork", "SGD")]
    public void An_exploding_learning_rate_says_which_one_to_try(string trainer, string optimiser)
    {
        this.Classes((row, noise) => noise > 50);
        this.project.Set("ModelTrainer", trainer);
        this.project.Set("ModelOptimizer", optimiser);
        this.project.Item("Hyperparameter", "LearningRate", ("Value", "1e100"));
        Assert.Contains("LearningRate", this.Refused("MODEL2041").Text, StringComparison.Ordinal);
    }

    private string Said => string.Join('\n', this.project.Output.Diagnostics);

    private void UsePackage()
    {
        ProjectPlugin reference = DuckDbPackage.Reference;
        this.project.Plugins.Add(new JsonObject { ["assembly"] = reference.Assembly, ["package"] = reference.Package, ["version"] = reference.Version });
        this.project.PackageFolders = DuckDbPackage.PackageFolder;
    }

    private void Classes(Func<int, int, bool> isDear)
    {
        IEnumerable<string> rows = Enumerable.Range(0, 300).Select(row => $"{row * 31 % 37},{"ABC"[row % 3]},{(isDear(row, (int)((uint)row * 2654435761u >> 7) % 100) ? "yes" : "no")}");
        this.project.Write("data.csv", "distance,zone,dear\n" + string.Join('\n', rows) + "\n");
        this.project.Set("ModelTask", "BinaryClassification");
        this.project.Set("ModelLabel", "dear");
    }

    private ReportedDiagnostic Refused(string code)
    {
        Assert.False(this.project.Run());
        ReportedDiagnostic only = Assert.Single(this.project.Output.Diagnostics);
        Assert.True(only.Code == code, this.Said);
        return only;
    }
}

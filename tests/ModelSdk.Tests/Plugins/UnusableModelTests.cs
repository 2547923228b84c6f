using ModelSdk.Tests.Engine.Stations;

namespace ModelSdk.Tests.Plugins;

/// <summary>Whatever an own trainer hands back, the build ends with one diagnostic that names the trainer, the fault, and what would be right.</summary>
public sealed class UnusableModelTests : IDisposable
{
    private readonly StationProject project = new();

    public UnusableModelTests()
    {
        this.project.Set("ModelTask", "MulticlassClassification");
        this.project.Set("ModelLabel", "kind");
        this.project.Set("ModelTrainer", "Faulty");
        this.project.Set("ModelTrainerAssembly", typeof(UnusableModelTests).Assembly.Location);
        IEnumerable<string> rows = Enumerable.Range(0, 200).Select(row => FormattableString.Invariant($"{(row * 7) % 31},{row % 11},{"xyz"[row % 3]}"));
        this.project.Write("data.csv", "a,b,kind\n" + string.Join('\n', rows) + "\n");
        this.project.Item("MetricGate", "Accuracy", ("Min", "0"));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "Null", "it is null" },
        { "UnknownKernel", "its kernel is \"liner\"; valid: forecast, linear, network, trees" },
        { "NullKernel", "its kernel is null; valid: forecast, linear, network, trees" },
        { "UnknownLink", "its link for MulticlassClassification is \"probit\"; valid: softmax, identity" },
        { "LinkOfAnotherTask", "its link for MulticlassClassification is \"exponential\"; valid: softmax, identity" },
        { "NullTensors", "its Tensors is null" },
        { "NullTensor", "its Tensors is null or has a null in it" },
        { "NoTensors", "no tensor \"linear.coefficients\". It has the kernel \"linear\" and no tensors" },
        { "MisspeltTensor", "no tensor \"linear.coefficients\". It has the kernel \"linear\" and the tensors \"linear.coeficients\" F64 [6]; \"linear.intercepts\" F64 [3]." },
        { "RepeatedTensor", "more than one of its tensors is named \"linear.coefficients\"" },
        { "ReservedTensor", "named \"__metadata__\", or the name is empty or reserved" },
        { "TooFewColumns", "\"linear.coefficients\" has the shape [1, 1]; the model's features and classes need [3, 2]" },
        { "FlatCoefficients", "\"linear.coefficients\" has the shape [6]; the model's features and classes need [3, 2]" },
        { "NegativeShape", "[-1, -2]" },
        { "TooManyClasses", "\"linear.intercepts\" has the shape [4]; the model's features and classes need [3]" },
        { "SinglePrecision", "\"linear.intercepts\" has type F32; expected F64" },
        { "NotANumber", "\"linear.coefficients\" holds a value that is not a finite number" },
        { "Infinite", "\"linear.coefficients\" holds a value that is not a finite number" },
        { "TreesOfAnotherForm", "a split reads slot 9; the model has 2" },
        { "ForecastOfNothing", "needs a time as its first feature" },
        { "NetworkOfCoefficients", "a network has weights and biases" },
        { "Threshold", "its Threshold is NaN; valid: null, or a number from 0 to 1" },
        { "Convergence", "its Convergence is not a finite number" },
        { "Figure", "its figure \"Loss\" is not a finite number" },
        { "Statistic", "its statistic of \"a\" is not a finite number" },
        { "NullNote", "its Notes is null or has a null in it" },
    };

    public void Dispose() => this.project.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_model_that_apps_cannot_load_is_one_diagnostic(string fault, string words)
    {
        this.project.Item("Hyperparameter", "Fault", ("Value", fault));
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL0064"], this.project.Output.Codes);
        Assert.StartsWith("The trainer Faulty handed back a model that cannot be used: ", this.project.Output.Diagnostics[0].Text, StringComparison.Ordinal);
        Assert.Contains(words, this.project.Output.Diagnostics[0].Text, StringComparison.Ordinal);
        Assert.True(this.project.Output.Diagnostics[0].Location.Line > 0);
        Assert.False(File.Exists(this.project.Artifact("Fare.safetensors")));
    }

    [Fact]
    public void The_same_trainer_without_a_fault_is_trained()
    {
        Assert.True(this.project.Run("train", "evaluate"), string.Join('\n', this.project.Output.Diagnostics));
        Assert.Empty(this.project.Output.Codes);
    }

    [Fact]
    public void A_form_that_cannot_be_told_is_one_diagnostic()
    {
        this.project.Item("Hyperparameter", "Fault", ("Value", "Form"));
        Assert.False(this.project.Run());
        Assert.Equal(["MODEL0063"], this.project.Output.Codes);
        Assert.Contains("The trainer Faulty failed: NotSupportedException: no form", this.project.Output.Diagnostics[0].Text, StringComparison.Ordinal);
    }
}

using ModelSdk.Generator.Model;

namespace ModelSdk.Generator;

/// <summary>Writes the static class that most apps use.</summary>
internal static class FacadeEmitter
{
    private const string Exception = "/// <exception cref=\"global::ModelSdk.Runtime.ModelLoadException\">At first use: the embedded model is missing or was altered.</exception>";

    /// <summary>The file's text.</summary>
    public static string Emit(ModelClass model)
    {
        string predictor = model.Qualified(model.Predictor);
        string input = model.Qualified(model.Input);
        string prediction = model.Qualified(model.Prediction);
        CodeWriter writer = CodeWriter.BeginFile(model);
        writer.Line($"namespace {model.Namespace};");
        writer.Line();
        writer.Line($"/// <summary>Predicts <c>{DocumentationText.Encode(model.Label.Column)}</c> with the model that was built with this assembly. Thread-safe; a prediction allocates nothing.</summary>");
        writer.Open($"public static class {model.Facade}");
        writer.Line($"private static {predictor}? embedded;");
        writer.Line();
        writer.Line("/// <summary>The predictor behind this class, loaded at first use.</summary>");
        writer.Line(Exception);
        writer.Line($"public static {predictor} Default => global::System.Threading.Volatile.Read(ref embedded) ?? LoadDefault();");
        writer.Line();
        writer.Line("/// <summary>What is known of the model: version, digests, metrics.</summary>");
        writer.Line(Exception);
        writer.Line("public static global::ModelSdk.Runtime.ModelInfo Info => Default.Info;");
        EmitPredict(writer, input, prediction);
        writer.Line();
        writer.Line($"/// <inheritdoc cref=\"{predictor}.Load(string)\"/>");
        writer.Line($"public static {predictor} Load(string path) => {predictor}.Load(path);");
        EmitLoadDefault(writer, predictor);
        writer.Close();
        return writer.ToString();
    }

    private static void EmitPredict(CodeWriter writer, string input, string prediction)
    {
        writer.Line();
        writer.Line("/// <summary>Predicts for one input.</summary>");
        writer.Line("/// <param name=\"input\">The features.</param>");
        writer.Line("/// <returns>The prediction.</returns>");
        writer.Line(Exception);
        writer.Line($"public static {prediction} Predict(in {input} input) => Default.Predict(in input);");
        writer.Line();
        writer.Line("/// <summary>Predicts for each of several inputs; the same values as one by one.</summary>");
        writer.Line("/// <param name=\"inputs\">The inputs.</param>");
        writer.Line("/// <param name=\"predictions\">As many places; prediction i belongs to input i.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The lengths differ.</exception>");
        writer.Line(Exception);
        writer.Line($"public static void Predict(global::System.ReadOnlySpan<{input}> inputs, global::System.Span<{prediction}> predictions) => Default.Predict(inputs, predictions);");
    }

    // A field without initialiser: an exception from a static constructor would reach the app wrapped, and for good.
    private static void EmitLoadDefault(CodeWriter writer, string predictor)
    {
        writer.Line();
        writer.Open($"private static {predictor} LoadDefault()");
        writer.Line($"{predictor} loaded = {predictor}.LoadEmbedded();");
        writer.Line("return global::System.Threading.Interlocked.CompareExchange(ref embedded, loaded, null) ?? loaded;");
        writer.Close();
    }
}

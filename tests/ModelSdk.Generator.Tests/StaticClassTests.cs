using System.Runtime.CompilerServices;
using ModelSdk.Benchmarks.Models;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Generator.Tests;

/// <summary>The static class as an app calls it: generated into this assembly, with an embedded model of ten numbers.</summary>
public sealed class StaticClassTests
{
    private static readonly TenNumbersInput Input = new() { X0 = 1, X1 = 2, X2 = 3, X3 = 4, X4 = 5, X5 = 6, X6 = 7, X7 = 8, X8 = 9, X9 = 10 };

    [Fact]
    public void A_call_allocates_nothing()
    {
        TenNumbersInput[] inputs = [Input, Input with { X3 = 7 }];
        TenNumbersPrediction[] predictions = new TenNumbersPrediction[2];
        for (int warmUp = 0; warmUp < 200; warmUp++)
        {
            Predict(inputs, predictions);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Predict(inputs, predictions);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void One_and_many_predict_the_same()
    {
        TenNumbersPrediction[] predictions = new TenNumbersPrediction[1];
        TenNumbersModel.Predict([Input], predictions);
        Assert.Equal(TenNumbersModel.Predict(Input), predictions[0]);
        Assert.NotEqual(TenNumbersModel.Predict(Input with { X9 = 0 }), predictions[0]);
    }

    [Fact]
    public void A_model_loaded_from_a_file_predicts_beside_the_embedded_one()
    {
        string path = Path.Combine(ModelFolder(), "TenNumbers.safetensors");
        TenNumbersPredictor loaded = TenNumbersModel.Load(path);
        Assert.NotSame(TenNumbersModel.Default, loaded);
        Assert.Equal(TenNumbersModel.Predict(Input), loaded.Predict(Input));
        Assert.Equal(TenNumbersModel.Info.ModelDigest, loaded.Info.ModelDigest);
        Assert.Equal("", loaded.Info.Version);
    }

    [Fact]
    public void The_default_predictor_is_loaded_once() => Assert.Same(TenNumbersModel.Default, TenNumbersModel.Default);

    [Fact]
    public void The_committed_model_is_the_one_that_the_tests_make()
    {
        byte[] model = ModelFiles.Make(ContractReader.Read(File.ReadAllText(Path.Combine(ModelFolder(), "TenNumbers.schema.json"))));
        byte[] record = ModelFiles.MakeRecord("TenNumbers", model);
        if (Environment.GetEnvironmentVariable("MODELSDK_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllBytes(Path.Combine(ModelFolder(), "TenNumbers.safetensors"), model);
            File.WriteAllBytes(Path.Combine(ModelFolder(), "TenNumbers.version.json"), record);
        }

        Assert.Equal(model, File.ReadAllBytes(Path.Combine(ModelFolder(), "TenNumbers.safetensors")));
        Assert.Equal(record, File.ReadAllBytes(Path.Combine(ModelFolder(), "TenNumbers.version.json")));
    }

    private static void Predict(TenNumbersInput[] inputs, TenNumbersPrediction[] predictions)
    {
        predictions[0] = TenNumbersModel.Predict(in inputs[0]);
        TenNumbersModel.Predict(inputs, predictions);
    }

    private static string ModelFolder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "ModelSdk.Benchmarks", "Models");
}

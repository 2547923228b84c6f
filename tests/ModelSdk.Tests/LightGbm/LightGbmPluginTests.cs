using System.Reflection;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Plugins;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Training;
using ModelSdk.Tests.Engine.Training;

namespace ModelSdk.Tests.LightGbm;

/// <summary>The optional package, loaded as the engine loads it.</summary>
public sealed class LightGbmPluginTests
{
    private static readonly ProjectPlugin Reference = new(Metadata("ModelSdk.LightGbm"), "ModelSdk.LightGbm", "1.0.0", new SourceLocation("Model.csproj"));

    [Fact]
    public void The_identity_names_the_version_of_LightGBM() =>
        Assert.Equal("ModelSdk.LightGbm LightGBM/4.7.0", EnginePlugin.Load(Reference, [Metadata("PackageFolder")]).Identity);

    [LightGbmFact]
    public void Its_trainer_gives_the_model_of_the_trainer_that_is_compiled_in()
    {
        ITrainer trainer = Assert.Single(EnginePlugin.Load(Reference, [Metadata("PackageFolder")]).Trainers);
        Assert.Equal("LightGbm", trainer.Name);
        TestTable table = DataSets.Table("penguins");
        byte[] model = Fits.File(table, trainer).ToBytes();
        Assert.Equal(Fits.File(table, new ModelSdk.LightGbm.LightGbmTrainer()).ToBytes(), model);
    }

    [LightGbmFact]
    public void A_library_that_was_not_restored_is_named()
    {
        ITrainer trainer = Assert.Single(EnginePlugin.Load(Reference, []).Trainers);
        Assert.Equal("MODEL2111", Assert.Throws<ModelBuildException>(() => Fits.File(DataSets.Table("penguins"), trainer)).Diagnostic.Code);
    }

    private static string Metadata(string name) =>
        typeof(LightGbmPluginTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == name).Value!;
}

using ModelSdk.Contracts.Models;
using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear;

namespace ModelSdk.Tests.Engine.Training;

public sealed class DeterminismTests
{
    // The first digits, written down so that another processor, runtime or platform shows a difference. They change with a trainer's or the features' Revision only.
    private const string LinearDigest = "849e49c339fcd65b";
    private const string BinaryDigest = "6260261a4aca94fb";
    private const string MulticlassDigest = "ab89c510ccf992cd";

    private static readonly Dictionary<string, (TestTable Table, ITrainer Trainer)> Recipes = new()
    {
        ["linear"] = (Synthetic.Regression(4200), new LinearRegression()),
        ["binary"] = (Synthetic.Binary(4200), new LogisticRegression()),
        ["multiclass"] = (Synthetic.Multiclass(4200), new LogisticRegression()),
    };

    [Theory]
    [InlineData("linear", LinearDigest)]
    [InlineData("binary", BinaryDigest)]
    [InlineData("multiclass", MulticlassDigest)]
    public void One_recipe_gives_one_digest_on_every_machine_and_at_any_number_of_threads(string recipe, string digest)
    {
        (TestTable table, ITrainer trainer) = Recipes[recipe];
        string[] digests = [.. new[] { 1, 2, 4 }.Select(threads => ModelFile.Digest(Fits.File(table, trainer, threads: threads).ToBytes())[..16])];
        Assert.Equal([digest, digest, digest], digests);
    }

    [Fact]
    public void Other_data_other_rows_and_other_hyperparameters_give_other_digests()
    {
        TestTable table = Synthetic.Binary(200);
        byte[][] files =
        [
            Fits.File(table, new LogisticRegression()).ToBytes(),
            Fits.File(table, new LogisticRegression(), rows: [.. table.AllRows.Skip(1)]).ToBytes(),
            Fits.File(Synthetic.Binary(201), new LogisticRegression()).ToBytes(),
            Fits.File(table, new LogisticRegression(), settings: ("L2", "2")).ToBytes(),
        ];
        Assert.Equal(files.Length, files.Select(ModelFile.Digest).Distinct().Count());
    }
}

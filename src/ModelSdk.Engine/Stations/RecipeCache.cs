using System.Text;
using ModelSdk.Contracts.Digests;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Keeps the models that this checkout trained last, by recipe, so that going back to an earlier branch or setting trains nothing.</summary>
/// <param name="directory">The folder; it need not exist.</param>
internal sealed class RecipeCache(string directory)
{
    private const int Kept = 8;

    /// <summary>What was trained by a recipe; null where nothing is kept, or what is kept was altered.</summary>
    public (byte[] Model, TrainingRecord Training)? Find(string recipe)
    {
        try
        {
            TrainingRecord training = TrainingRecord.Read(File.ReadAllText(this.TrainingOf(recipe)));
            byte[] model = File.ReadAllBytes(this.ModelOf(recipe));
            return training.RecipeDigest == recipe && Sha256Digest.Of(model) == training.ModelDigest ? (model, training) : null;
        }
        catch (Exception exception) when (exception is IOException or FormatException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>Keeps what was trained; the oldest goes when there are too many.</summary>
    public void Keep(byte[] model, TrainingRecord training)
    {
        AtomicFile.RemoveTemporaries(directory);
        AtomicFile.Write(this.ModelOf(training.RecipeDigest), model);
        AtomicFile.Write(this.TrainingOf(training.RecipeDigest), Encoding.UTF8.GetBytes(training.ToJson()));
        IEnumerable<FileInfo> old = new DirectoryInfo(directory).GetFiles("*.json").OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept);
        foreach (string recipe in old.Select(file => Path.GetFileNameWithoutExtension(file.Name)))
        {
            File.Delete(this.TrainingOf(recipe));
            File.Delete(this.ModelOf(recipe));
        }
    }

    private string ModelOf(string recipe) => Path.Combine(directory, recipe + ".safetensors");

    private string TrainingOf(string recipe) => Path.Combine(directory, recipe + ".json");
}

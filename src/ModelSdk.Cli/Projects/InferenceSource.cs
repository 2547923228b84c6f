using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Inference;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Stations;

namespace ModelSdk.Cli.Projects;

/// <summary>What a contract is to be inferred from, and where it goes: from a project, from the command line, or both.</summary>
/// <param name="Training">The data files.</param>
/// <param name="Test">The project's test files.</param>
/// <param name="Request">Task, label and name.</param>
/// <param name="ContractFile">The contract's full path.</param>
internal sealed record InferenceSource(IReadOnlyList<DataFile> Training, IReadOnlyList<DataFile> Test, InferenceRequest Request, string ContractFile)
{
    /// <summary>Combines a project with the command line; the command line wins.</summary>
    /// <exception cref="InvalidDataException">Neither says what is needed.</exception>
    public static InferenceSource Find(string? project, string[] data, string? label, ModelTask? task, string? positive, string? output)
    {
        string? projectFile = ModelProject.Find(project);
        ProjectOptions? options = projectFile is null ? null : ModelProject.Read(projectFile);
        IReadOnlyList<DataFile> training = data.Length > 0 ? [.. data.Select(FromArgument)] : Declared(options, "TrainingData");
        if (training.Count == 0)
        {
            throw new InvalidDataException(options is null
                ? "There is no project here: name at least one data file, --label and --task."
                : "The project names no TrainingData that exists; name a data file.");
        }

        string name = options?.Property("ModelName").Value ?? PropertyNames.Clean(Path.GetFileNameWithoutExtension(output ?? training[0].Path).Replace(".schema", ""));
        InferenceRequest request = new(
            task ?? TaskOf(options),
            NotEmpty(label ?? options?.Property("ModelLabel").Value, "--label is missing: name the column to predict."),
            NullIfEmpty(positive ?? options?.Property("ModelPositiveLabel").Value),
            name);
        request = request with { Sources = options is null ? ProjectSources.WithoutProject() : ProjectSources.Of(options) };
        string contract = output ?? options?.ContractFile ?? $"{name}.schema.json";
        return new InferenceSource(training, data.Length > 0 ? [] : Declared(options, "TestData"), request, Path.GetFullPath(contract));
    }

    private static IReadOnlyList<DataFile> Declared(ProjectOptions? options, string itemType) => options is null ? [] : DataFiles.Find(options, itemType);

    private static DataFile FromArgument(string path) => new(Path.GetFullPath(path), path, SourceLocation.None);

    private static ModelTask TaskOf(ProjectOptions? options) =>
        Enum.TryParse(options?.Property("ModelTask").Value, ignoreCase: true, out ModelTask task)
            ? task
            : throw new InvalidDataException($"--task is missing; valid: {string.Join(", ", Enum.GetNames<ModelTask>())}.");

    private static string NotEmpty(string? value, string otherwise) => string.IsNullOrEmpty(value) ? throw new InvalidDataException(otherwise) : value;

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

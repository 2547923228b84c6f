using ModelSdk.Cli.Projects;
using ModelSdk.Engine.Projects;
using ModelSdk.Store;

namespace ModelSdk.Cli.Lineages;

/// <summary>Finds the versions that a person means. Commands that only look do not wait for MSBuild where a build has said it all already.</summary>
internal static class LineageFinder
{
    /// <summary>For a command that looks: the store that is named, else the project's, else the nearest one.</summary>
    /// <exception cref="InvalidDataException">There is none, or several models could be meant.</exception>
    public static LineageLocation Find(LineageRequest request) => Find(request, ModelProject.Read);

    /// <summary>For completions: as <see cref="Find(LineageRequest)"/>, but MSBuild is never asked.</summary>
    /// <exception cref="InvalidDataException">It cannot be known without MSBuild.</exception>
    public static LineageLocation FindAtOnce(LineageRequest request) => Find(request, _ => throw new InvalidDataException("The project was not built yet."));

    /// <summary>For a command that changes what the store says: the store that is named, else what the project says now.</summary>
    /// <exception cref="InvalidDataException">There is neither.</exception>
    public static LineageLocation FindForChange(LineageRequest request)
    {
        if (request.Store is not null)
        {
            return InStore(NamedStore(request.Store), request.Model);
        }

        return OfProject(ProjectForChange(request, "name one with --project, or the store with --store"), null);
    }

    /// <summary>What the project says now.</summary>
    /// <param name="request">Which project.</param>
    /// <param name="hint">What to do where there is none.</param>
    /// <exception cref="InvalidDataException">There is no project, or MSBuild cannot read it.</exception>
    public static ProjectOptions ProjectForChange(LineageRequest request, string hint = "name one with --project") => request.OptionsFile is { } file
        ? ProjectOptions.Read(file)
        : ModelProject.Read(ModelProject.Find(request.Project ?? request.Directory) ?? throw new InvalidDataException(
            $"There is no project in {request.Project ?? request.Directory}; {hint}."));

    /// <summary>For a command that looks at a whole store.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static ModelStore FindStore(LineageRequest request)
    {
        if (request.Store is not null)
        {
            return NamedStore(request.Store);
        }

        return Project(request, ModelProject.Read) is { } project ? new ModelStore(project.Store) : NearestStore(request);
    }

    /// <summary>For a command that looks at what the last build made.</summary>
    /// <exception cref="InvalidDataException">There is no project, or a store was named instead.</exception>
    public static ProjectOptions FindProject(LineageRequest request) => request.Store is null
        ? Project(request, ModelProject.Read) ?? throw new InvalidDataException("There is no project here, so there is no build to look at; name one with --project.")
        : throw new InvalidDataException("A store holds no build to look at: name a version, or leave --store out.");

    private static LineageLocation Find(LineageRequest request, Func<string, ProjectOptions> ask)
    {
        if (request.Store is not null)
        {
            return InStore(NamedStore(request.Store), request.Model);
        }

        return Project(request, ask) is { } project ? OfProject(project, request.Model) : InStore(NearestStore(request), request.Model);
    }

    private static ProjectOptions? Project(LineageRequest request, Func<string, ProjectOptions> ask)
    {
        string? file = ModelProject.Find(request.Project ?? request.Directory);
        return file is not null ? LastBuildOptions.Find(file) ?? ask(file)
            : request.Project is null ? null
            : throw new InvalidDataException($"There is no project in {request.Project}.");
    }

    private static LineageLocation OfProject(ProjectOptions project, string? model)
    {
        ModelStore store = new(project.Store);
        string own = project.Property("ModelName").Value;
        return model is null || model == own ? new LineageLocation(store, own, project) : InStore(store, model);
    }

    private static LineageLocation InStore(ModelStore store, string? model)
    {
        IReadOnlyList<string> models = store.ModelNames();
        if (models.Count == 0)
        {
            throw new InvalidDataException($"{store.Root} holds no versions yet: `dotnet model commit -m \"…\"` in a model project makes the first.");
        }

        if (model is not null && !models.Contains(model))
        {
            throw new InvalidDataException($"{store.Root} has no model {model}; it has {string.Join(", ", models)}.");
        }

        return model is not null || models.Count == 1
            ? new LineageLocation(store, model ?? models[0], null)
            : throw new InvalidDataException($"{store.Root} has {models.Count} models; name one with --model: {string.Join(", ", models)}.");
    }

    private static ModelStore NamedStore(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"{folder} does not exist; --store names the folder of a store, such as {StoreSearch.FolderName}.");
        }

        string inside = Path.Combine(folder, StoreSearch.FolderName);
        ModelStore store = new(!StoreSearch.IsStore(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) && Directory.Exists(inside) ? inside : folder);
        return StoreSearch.IsStore(store.Root) || store.ModelNames().Count > 0
            ? store
            : throw new InvalidDataException($"{store.Root} holds no versions: there is no folder <model>/versions in it. --store names the folder of a store, such as {StoreSearch.FolderName}.");
    }

    private static ModelStore NearestStore(LineageRequest request) => StoreSearch.Upwards(request.Directory) is { } folder
        ? new ModelStore(folder)
        : throw new InvalidDataException("There is no project here, and no folder .models here or above: name a project with --project or a store with --store.");
}

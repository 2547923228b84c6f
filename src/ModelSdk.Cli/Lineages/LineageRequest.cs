namespace ModelSdk.Cli.Lineages;

/// <summary>Which versions a person means.</summary>
/// <param name="Project">A project file or a folder; null for the current folder.</param>
/// <param name="Store">A store's folder; null for the project's.</param>
/// <param name="Model">A model's name; null for the project's, or the only one of the store.</param>
internal sealed record LineageRequest(string? Project, string? Store, string? Model)
{
    /// <summary>An options file that a build wrote, instead of asking MSBuild.</summary>
    public string? OptionsFile { get; init; }

    /// <summary>The current folder.</summary>
    public string Directory { get; init; } = Environment.CurrentDirectory;
}

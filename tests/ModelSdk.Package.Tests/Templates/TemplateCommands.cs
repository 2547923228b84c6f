using ModelSdk.Testing;

namespace ModelSdk.Package.Tests.Templates;

/// <summary>Templates in a workspace, apart from those of the user.</summary>
internal static class TemplateCommands
{
    /// <summary>Installs the packed templates for this workspace.</summary>
    public static async Task InstallTemplatesAsync(this TestWorkspace workspace)
    {
        string package = Path.Combine(TestWorkspace.Feed.Packages, $"ModelSdk.Templates.{TestWorkspace.Feed.Version}.nupkg");
        (await workspace.RunAsync(["new", "install", package, .. Hive(workspace)])).EnsureSucceeded();
    }

    /// <summary>Runs <c>dotnet new</c>, which must succeed.</summary>
    public static async Task NewAsync(this TestWorkspace workspace, params string[] arguments) =>
        (await workspace.TryNewAsync(arguments)).EnsureSucceeded();

    /// <summary>Runs <c>dotnet new</c>.</summary>
    public static Task<CommandResult> TryNewAsync(this TestWorkspace workspace, params string[] arguments) =>
        workspace.RunAsync(["new", .. arguments, .. Hive(workspace)]);

    private static string[] Hive(TestWorkspace workspace) => ["--debug:custom-hive", workspace.PathOf("hive")];
}

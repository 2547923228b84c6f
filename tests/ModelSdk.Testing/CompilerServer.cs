namespace ModelSdk.Testing;

/// <summary>The C# compiler that builds leave running.</summary>
internal static class CompilerServer
{
    /// <summary>Ends the one that listens under <paramref name="id"/>.</summary>
    public static void ShutDown(string id)
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        foreach (string server in Directory.GetDirectories(Path.Combine(root, "sdk")).Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "VBCSCompiler.dll")).Where(File.Exists))
        {
            using Command command = Command.Start(
                Path.Combine(root, "dotnet"), ["exec", server, $"-pipename:{id}", "-shutdown"], root, new Dictionary<string, string?>());
            command.WaitAsync().GetAwaiter().GetResult();
        }
    }
}

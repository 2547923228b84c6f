using Microsoft.Build.Utilities;

namespace ModelSdk.Tasks.Options;

/// <summary>What only the build can see: rules about the project file itself. All others are the engine's.</summary>
internal sealed class ProjectRules(TaskLoggingHelper log, ProjectSources sources)
{
    /// <summary>Whether there was a warning.</summary>
    public bool HasWarned { get; private set; }

    public void Check(WriteModelOptions task)
    {
        CheckSdkVersion(task.SdkVersion);
        CheckLanguage(task);
        CheckDataPaths();
        if (task.HasManyFrameworks)
        {
            CheckFrameworkConditions();
        }
    }

    private void CheckSdkVersion(string running)
    {
        if (sources.Project is { } project && ModelDeclarations.SdkVersion(project) is { } asked && asked.Version != running && !asked.Version.Contains("$("))
        {
            log.ReportError(
                DiagnosticCodes.OtherSdkVersion,
                $"The project asks for ModelSdk {asked.Version}, but MSBuild loaded {running} for an earlier project of this build. A build can use one version only: " +
                $"write Sdk=\"ModelSdk\" in all projects and pin the version in global.json: \"msbuild-sdks\": {{ \"ModelSdk\": \"{asked.Version}\" }}.",
                asked.Place);
        }
    }

    private void CheckLanguage(WriteModelOptions task)
    {
        if (task.Language != "C#")
        {
            log.ReportError(
                DiagnosticCodes.NotCSharp,
                $"The typed class of a model is C#, but this project's language is {task.Language}. Put the model in a C# project and reference that.",
                new SourcePlace(task.ProjectFile));
        }
    }

    private void CheckDataPaths()
    {
        foreach ((string type, string include, SourcePlace place) in ModelDeclarations.Data(sources).Where(data => ModelDeclarations.IsAbsolute(data.Include)))
        {
            HasWarned = true;
            log.ReportWarning(
                DiagnosticCodes.AbsoluteDataPath,
                $"{type} names the absolute path '{include}', which exists on this machine only. Use a path relative to the project.",
                place);
        }
    }

    private void CheckFrameworkConditions()
    {
        foreach ((string name, SourcePlace place) in ModelDeclarations.DependingOnFramework(sources))
        {
            log.ReportError(
                DiagnosticCodes.FrameworkDependentModel,
                $"{name} depends on the target framework. One model is trained for all frameworks of the project: take the framework out of its condition or value.",
                place);
        }
    }
}

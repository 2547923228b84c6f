using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;

namespace ModelSdk.Cli.Processes;

/// <summary>Runs work for the build: JSON lines on standard output, an end line, an exit code.</summary>
internal static class BuildProcess
{
    /// <summary>Runs the work.</summary>
    /// <param name="optionsFile">The project's options file.</param>
    /// <param name="work">Returns whether it succeeded.</param>
    public static int Run(string optionsFile, Func<ProjectOptions, JsonLinesOutput, bool> work)
    {
        try
        {
            ProjectOptions options = ProjectOptions.Read(optionsFile);
            Lifeline.Watch(options.OutputDirectory);
            using Stream standardOutput = Console.OpenStandardOutput();
            JsonLinesOutput output = new(standardOutput);
            bool succeeded = work(options, output);
            output.End(succeeded);
            return succeeded ? ExitCode.Succeeded : ExitCode.Failed;
        }
        catch (Exception exception) when (exception is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.WrongArguments;
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine(exception);
            return ExitCode.OurFault;
        }
    }
}

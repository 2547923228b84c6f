using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Logging;
using ModelSdk.Engine.Projects;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>Reads and writes the contract beside the project.</summary>
public static class ContractFile
{
    /// <summary>Reads a contract.</summary>
    /// <param name="path">An existing file.</param>
    /// <param name="log">Gets every problem, at its line and column.</param>
    /// <returns>The contract, or null where an error was reported.</returns>
    public static ModelContract? Read(string path, IEngineLog log)
    {
        try
        {
            return ContractReader.Read(File.ReadAllText(path));
        }
        catch (ContractException exception)
        {
            foreach (ContractProblem problem in exception.Problems)
            {
                log.Report(ContractDiagnostics.Invalid, problem.Message, new SourceLocation(path, problem.Position.Line, problem.Position.Column));
            }

            return null;
        }
    }

    /// <summary>Writes a contract; where its folder is read-only, a copy goes to <c>obj</c> and an error names it.</summary>
    /// <param name="path">The contract's place.</param>
    /// <param name="copy">Where the copy goes.</param>
    /// <param name="contract">The contract.</param>
    /// <exception cref="ModelBuildException">The place cannot be written.</exception>
    public static void Write(string path, string copy, ModelContract contract)
    {
        byte[] content = Encoding.UTF8.GetBytes(ContractWriter.Write(contract));
        try
        {
            AtomicFile.Write(path, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            AtomicFile.Write(copy, content);
            throw new ModelBuildException(
                ContractDiagnostics.CannotBeWritten,
                $"The inferred contract cannot be written to {path} ({exception.Message}). A copy is at {copy}; put it beside the project and commit it.",
                new SourceLocation(path));
        }
    }

    /// <summary>Reports where a contract contradicts the project's properties.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="settings">The project's settings.</param>
    /// <param name="options">Gives the places of the properties.</param>
    /// <param name="log">Gets the contradictions.</param>
    public static void CheckAgainst(ModelContract contract, ModelSettings settings, ProjectOptions options, IEngineLog log)
    {
        string file = Path.GetFileName(options.ContractFile);
        Check("ModelTask", settings.Task.ToString(), contract.Task.ToString());
        Check("ModelLabel", settings.Label, contract.Label.Name);
        if (settings.PositiveLabel.Length > 0 && settings.Task.HasTwoClasses())
        {
            Check("ModelPositiveLabel", settings.PositiveLabel, contract.Label.Positive ?? "");
        }

        void Check(string property, string inProject, string inContract)
        {
            if (inProject != inContract)
            {
                log.Report(
                    ContractDiagnostics.DisagreesWithProject,
                    $"{property} is {Quote.Value(inProject)}, but {file} says {Quote.Value(inContract)}. Change one of them, or delete the contract and build to infer it anew.",
                    options.Property(property).Location);
            }
        }
    }
}

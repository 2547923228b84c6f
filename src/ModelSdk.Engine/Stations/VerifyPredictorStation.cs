using System.Text;
using ModelSdk.Engine.Output;
using ModelSdk.Engine.Projects;
using ModelSdk.Engine.Verification;
using ModelSdk.Store.Files;

namespace ModelSdk.Engine.Stations;

/// <summary>The station after the compiler: nothing ships that predicts something else than what was judged.</summary>
public static class VerifyPredictorStation
{
    /// <summary>The station's name.</summary>
    public const string Name = "verify-predictor";

    /// <summary>Verifies one compiled assembly and writes its stamp.</summary>
    /// <param name="request">The assembly.</param>
    /// <param name="options">The project.</param>
    /// <param name="output">Where the words go.</param>
    /// <returns>Whether the class predicts what the engine predicts.</returns>
    public static bool Run(VerificationRequest request, ProjectOptions options, IEngineOutput output)
    {
        StationLog log = new(Name, new DiagnosticPolicy(options), output);
        BuildFolder folder = new(options.OutputDirectory, options.Property("ModelName").Value);
        File.Delete(request.Stamp);
        VerificationRows rows = VerificationRows.Read(File.ReadAllBytes(folder.Verification));
        PredictorVerifier.Verify(request, options.Property("ModelName").Value, rows, log);
        if (!log.Failed)
        {
            AtomicFile.Replace(request.Stamp, Encoding.UTF8.GetBytes($"{rows.RowCount} rows\n"));
            log.Message($"{options.Property("ModelName").Value}Model predicts all {rows.RowCount} verification rows exactly as the engine does ({Path.GetFileName(Path.GetDirectoryName(request.Assembly))})");
        }

        return !log.Failed;
    }
}

using System.ComponentModel;
using Microsoft.Build.Framework;
using ModelSdk.Tasks.Engine;

namespace ModelSdk.Tasks;

/// <summary>Starts the engine with a command, logs what it says, and ends it when the build is cancelled.</summary>
public sealed class RunEngine : Microsoft.Build.Utilities.Task, ICancelableTask
{
    private readonly object _gate = new();
    private EngineProcess? _engine;
    private bool _cancelled;

    /// <summary>The engine's assembly, <c>dotnet-model.dll</c>.</summary>
    [Required]
    public string EngineAssembly { get; set; } = "";

    /// <summary>The <c>dotnet</c> executable; empty for the one on the path.</summary>
    public string DotNetHost { get; set; } = "";

    /// <summary>The engine's command and its arguments, one item each.</summary>
    [Required]
    public string[] Arguments { get; set; } = [];

    /// <summary>The project, which messages without a place of their own point to.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Whether other projects may build on this node while the engine runs.</summary>
    public bool YieldDuringToolExecution { get; set; } = true;

    /// <inheritdoc />
    public override bool Execute()
    {
        if (!File.Exists(EngineAssembly))
        {
            return FailToStart($"The engine '{EngineAssembly}' does not exist.");
        }

        IBuildEngine3? node = YieldDuringToolExecution ? BuildEngine as IBuildEngine3 : null;
        node?.Yield();
        try
        {
            return Run();
        }
        catch (Win32Exception e)
        {
            return FailToStart($"'{Host}' could not be started: {e.Message}.");
        }
        finally
        {
            node?.Reacquire();
        }
    }

    /// <inheritdoc />
    public void Cancel()
    {
        lock (_gate)
        {
            _cancelled = true;
            _engine?.End();
        }
    }

    private string Host => DotNetHost.Length > 0 ? DotNetHost : "dotnet";

    private bool Run()
    {
        string arguments = CommandLine.Join(["exec", EngineAssembly, .. Arguments]);
        Log.LogMessage(MessageImportance.Low, "{0} {1}", Host, arguments);
        lock (_gate)
        {
            if (_cancelled)
            {
                return false;
            }

            _engine = EngineProcess.Start(Host, arguments, Path.GetDirectoryName(ProjectFile) ?? "");
        }

        try
        {
            EngineProtocol protocol = new(Log);
            int exitCode = _engine.ReadToEnd(protocol.Handle);
            return _cancelled ? false : Judge(protocol.Outcome, exitCode);
        }
        finally
        {
            lock (_gate)
            {
                _engine.Dispose();
                _engine = null;
            }
        }
    }

    private bool Judge(string? outcome, int exitCode)
    {
        string errors = _engine!.LastErrors;
        if (errors.Length > 0)
        {
            Log.LogMessage(MessageImportance.Low, "{0}", errors);
        }

        if (outcome == "succeeded" && exitCode == 0)
        {
            return !Log.HasLoggedErrors;
        }

        if (outcome is null || !Log.HasLoggedErrors)
        {
            string quote = errors.Length > 0 ? $" Its last words were:{Environment.NewLine}{errors}" : " It wrote nothing to standard error.";
            Log.ReportError(DiagnosticCodes.EngineEndedUnexpectedly, $"The engine ended unexpectedly with exit code {exitCode}.{quote}", Project);
        }

        return false;
    }

    private SourcePlace Project => new(ProjectFile);

    private bool FailToStart(string reason)
    {
        Log.ReportError(DiagnosticCodes.EngineNotStartable, reason + " Install the .NET SDK or restore the package ModelSdk again.", Project);
        return false;
    }
}

using System.Diagnostics;
using System.Text;

namespace ModelSdk.Tasks.Engine;

/// <summary>The running engine. Its standard input stays open as long as the build wants it to live.</summary>
internal sealed class EngineProcess : IDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly LastLines _errors = new(20);

    private EngineProcess(Process process) => _process = process;

    /// <summary>The last lines that the engine wrote to standard error.</summary>
    public string LastErrors => _errors.ToString();

    public static EngineProcess Start(string host, string arguments, string directory)
    {
        ProcessStartInfo start = new(host, arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Process process = new() { StartInfo = start };
        EngineProcess engine = new(process);
        process.ErrorDataReceived += (_, e) => engine._errors.Add(e.Data);
        process.Start();
        process.BeginErrorReadLine();
        return engine;
    }

    /// <summary>Hands every line of standard output to <paramref name="handle"/>, then gives the exit code.</summary>
    public int ReadToEnd(Action<string> handle)
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            handle(line);
        }

        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Tells the engine that the build is gone, and ends it when it does not end by itself.</summary>
    public void End()
    {
        try
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit((int)TimeToEnd.TotalMilliseconds))
            {
                _process.Kill();
            }
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or System.ComponentModel.Win32Exception)
        {
            // It has ended in the meantime.
        }
    }

    public void Dispose() => _process.Dispose();
}

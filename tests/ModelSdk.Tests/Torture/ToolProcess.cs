using System.Diagnostics;
using System.Text;

namespace ModelSdk.Tests.Torture;

/// <summary>The tool in a process of its own, which can be killed as a crash or a power cut would.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();

    public ToolProcess(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "dotnet-model.dll"), .. arguments])
        {
            // Held open: an end of input would tell the engine that its build is gone.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        this.process = new Process { StartInfo = start };
        this.process.OutputDataReceived += (_, line) => this.Add(line.Data);
        this.process.ErrorDataReceived += (_, line) => this.Add(line.Data);
        this.process.Start();
        this.process.BeginOutputReadLine();
        this.process.BeginErrorReadLine();
    }

    /// <summary>Everything that it wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (this.output)
            {
                return this.output.ToString();
            }
        }
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public int Wait()
    {
        this.process.WaitForExit();
        return this.process.ExitCode;
    }

    /// <summary>Kills it after a time, unless it ended by itself.</summary>
    /// <returns>Whether it was killed.</returns>
    public bool KillAfter(TimeSpan time)
    {
        if (this.process.WaitForExit(time))
        {
            this.process.WaitForExit();
            return false;
        }

        this.process.Kill();
        this.process.WaitForExit();
        return true;
    }

    public void Dispose()
    {
        if (!this.process.HasExited)
        {
            this.process.Kill();
        }

        this.process.Dispose();
    }

    private void Add(string? line)
    {
        lock (this.output)
        {
            this.output.AppendLine(line);
        }
    }
}

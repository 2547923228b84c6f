using System.Diagnostics;

namespace ModelSdk.Tests.Engine.Training.Conformance;

/// <summary>One recipe, one digest: every trainer in processes with other numbers of threads, other vector widths and another mathematical library.</summary>
public sealed class ProcessDeterminismTests
{
    private static readonly Lazy<string[]> Expected = new(() => Run("1"));

    [Fact]
    public void Another_process_gives_the_same_digests() => Assert.Equal(Expected.Value, Run("1"));

    [Theory]
    [InlineData("2")]
    [InlineData("4")]
    public void Another_number_of_threads_gives_the_same_digests(string threads) => Assert.Equal(Expected.Value, Run(threads));

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4")]
    public void Another_processor_gives_the_same_digests(string variable, string value) => Assert.Equal(Expected.Value, Run("2", variable, value));

    private static string[] Run(string threads, string? variable = null, string? value = null)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true };
        foreach (string argument in new[] { "exec", typeof(TrainerDigests).Assembly.Location, "trainer-digests", threads })
        {
            start.ArgumentList.Add(argument);
        }

        if (variable is not null)
        {
            start.Environment[variable] = value;
        }

        using Process process = Process.Start(start)!;
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(Subject.All.Count() + ForecastSubject.All.Count(), lines.Length);
        return lines;
    }
}

using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ModelSdk.Benchmarks;

if (args is ["grow-lineage", string store, string model, string versions])
{
    GrownLineage.Grow(store, model, int.Parse(versions, CultureInfo.InvariantCulture));
    return;
}

// In this process: a project that BenchmarkDotNet generates would take part in our central package versions, which its own packages contradict.
IConfig config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.DontLogOutput));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);

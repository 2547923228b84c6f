using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ModelSdk.Benchmarks;
using ModelSdk.Benchmarks.Accuracy;
using ModelSdk.Benchmarks.Training;

if (args is ["grow-lineage", string store, string model, string versions])
{
    GrownLineage.Grow(store, model, int.Parse(versions, CultureInfo.InvariantCulture));
    return;
}

if (args is ["accuracy", string references])
{
    NistReport.Write(Console.Out);
    Console.Out.WriteLine();
    AccuracyReport.Write(references, Console.Out);
    return;
}

if (args is ["linear-speed", string numbers])
{
    LinearSpeed.Run(numbers, Console.Out);
    return;
}

if (args is ["generate-training", string file, string rows])
{
    TrainingDataGenerator.Write(file, int.Parse(rows, CultureInfo.InvariantCulture));
    return;
}

if (args is ["ingest", string data])
{
    IngestSpeed.Run(data, "y", Console.Out);
    return;
}

if (args is ["job", string input, string trainer, string optimizer])
{
    JobSpeed.Run(input, trainer, optimizer, Console.Out);
    return;
}

// In this process: a project that BenchmarkDotNet generates would take part in our central package versions, which its own packages contradict.
IConfig config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.DontLogOutput));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);

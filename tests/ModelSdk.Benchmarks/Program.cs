using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ModelSdk.Benchmarks;
using ModelSdk.Benchmarks.Accuracy;
using ModelSdk.Benchmarks.Training;

bool succeeded = true;
switch (args)
{
    case ["grow-lineage", string store, string model, string versions]:
        GrownLineage.Grow(store, model, int.Parse(versions, CultureInfo.InvariantCulture));
        break;
    case ["accuracy", string references]:
        NistReport.Write(Console.Out);
        Console.Out.WriteLine();
        AccuracyReport.Write(references, Console.Out);
        Console.Out.WriteLine();
        ForecastReport.Write(references, Console.Out);
        break;
    case ["forecast-accuracy", string references]:
        ForecastReport.Write(references, Console.Out);
        break;
    case ["generate-training", string file, string rows]:
        TrainingDataGenerator.Write(file, int.Parse(rows, CultureInfo.InvariantCulture));
        break;
    case ["ingest", string file]:
        IngestSpeed.Run(file, "y", Console.Out);
        break;
    case ["job", string file, string trainer, string optimizer, .. { Length: <= 1 } memoryLimit]:
        succeeded = JobSpeed.Run(file, trainer, optimizer, string.Concat(memoryLimit), Console.Out);
        break;
    case ["linear-speed", string folder]:
        LinearSpeed.Run(folder, Console.Out);
        break;
    case ["boosting", string file, string trainer, string threads, string tenth]:
        BoostingSpeed.Run(file, trainer, int.Parse(threads, CultureInfo.InvariantCulture), int.Parse(tenth, CultureInfo.InvariantCulture), Console.Out);
        break;
    default:
        // In this process: a project that BenchmarkDotNet generates would take part in our central package versions, which its own packages contradict.
        IConfig config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.DontLogOutput));
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
        break;
}

return succeeded ? 0 : 1;

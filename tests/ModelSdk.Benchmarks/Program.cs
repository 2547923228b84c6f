using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In this process: a project that BenchmarkDotNet generates would take part in our central package versions, which its own packages contradict.
IConfig config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.DontLogOutput));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);

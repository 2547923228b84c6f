using System.CommandLine;
using ModelSdk.Cli.Commands;

return ModelCommand.Run(args, new InvocationConfiguration());

using ModelSdk.Benchmarks.Peers;

switch (args)
{
    case ["job", string file]:
        LeastSquaresJob.Run(file, Console.Out);
        return 0;
    case ["logistic", string folder]:
        LogisticSpeed.Run(folder, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("usage: job FILE | logistic FOLDER");
        return 2;
}

namespace ModelSdk.Tests.Engine.Training.Conformance;

/// <summary>Trains every trainer on tables from a formula and prints the digests: what must be the same in every process, on every processor.</summary>
internal static class TrainerDigests
{
    private const int Rows = 2500;

    /// <summary>Prints a line for each trainer and task.</summary>
    /// <param name="threads">How many threads may train.</param>
    /// <param name="output">Gets the lines.</param>
    public static void Print(int threads, TextWriter output)
    {
        foreach (Subject subject in Subject.All)
        {
            output.WriteLine($"{subject.Trainer.Name} {subject.Task} {subject.Digest(subject.Table(Rows, row => 1 + (row % 3)), threads)}");
        }

        foreach (ForecastSubject subject in ForecastSubject.All)
        {
            output.WriteLine($"{subject.Name} Forecasting {subject.Digest(ForecastSubject.Table, threads)}");
        }
    }
}

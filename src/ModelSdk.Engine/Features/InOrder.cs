using System.Runtime.ExceptionServices;

namespace ModelSdk.Engine.Features;

/// <summary>Works on several things in parallel, and fails as if it had worked on one after the other.</summary>
internal static class InOrder
{
    /// <summary>Works on each thing.</summary>
    /// <param name="count">How many things.</param>
    /// <param name="threads">How many threads may work at a time.</param>
    /// <param name="work">Gets the number of a thing, from 0. Of several exceptions, that of the first thing is thrown.</param>
    public static void Run(int count, int threads, Action<int> work)
    {
        ExceptionDispatchInfo?[] failures = new ExceptionDispatchInfo?[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, index =>
        {
            try
            {
                work(index);
            }
            catch (Exception exception)
            {
                failures[index] = ExceptionDispatchInfo.Capture(exception);
            }
        });
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
    }
}

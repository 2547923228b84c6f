namespace ModelSdk.Engine.Data;

/// <summary>Strings that a worker met for the first time in a chunk.</summary>
/// <param name="Numbers">The table's number of each of the worker's strings; the same list for all chunks of a worker, filled in the order of chunks.</param>
/// <param name="First">The worker's number of the first new string; 0 begins anew.</param>
/// <param name="New">The new strings, in order of appearance.</param>
internal sealed record LearntTexts(List<int> Numbers, int First, string[] New);

namespace ModelSdk.Engine.Training;

/// <summary>The objective after an iteration.</summary>
/// <param name="Iteration">The iteration, from 1; 0 is the start.</param>
/// <param name="Objective">The value that is minimised, as the trainer's documentation defines it.</param>
public sealed record ConvergencePoint(int Iteration, double Objective);

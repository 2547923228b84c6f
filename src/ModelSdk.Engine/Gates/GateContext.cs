using ModelSdk.Engine.Baselines;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Gates;

/// <summary>What a judgement needs beside gates and evaluation.</summary>
/// <param name="Mode">What a failed gate does.</param>
/// <param name="Project">Where the default gate is reported: the project file.</param>
public sealed record GateContext(GateMode Mode, SourceLocation Project)
{
    /// <summary>Where messages send the reader: the path of the evaluation, relative to the project.</summary>
    public string EvaluationPath { get; init; } = "obj/model/evaluation.json";

    /// <summary>The versions that relative bounds compare with.</summary>
    public BaselineScores Baselines { get; init; } = BaselineScores.None;

    /// <summary>The project's waivers.</summary>
    public IReadOnlyList<GateWaiver> Waivers { get; init; } = [];
}

using System.Text.Json.Serialization;
using ModelSdk.Engine.Files;

namespace ModelSdk.Engine.Evaluation;

/// <summary>How <c>evaluation.json</c> becomes bytes.</summary>
[JsonSerializable(typeof(EvaluationDocument))]
internal sealed partial class EvaluationJson : JsonSerializerContext
{
    public static EvaluationJson Indented { get; } = new(ArtifactJson.Options());
}

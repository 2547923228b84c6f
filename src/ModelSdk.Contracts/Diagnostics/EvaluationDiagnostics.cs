using static ModelSdk.Contracts.Diagnostics.DiagnosticSeverity;

namespace ModelSdk.Contracts.Diagnostics;

/// <summary>Diagnostics of evaluation and gates, MODEL3xxx: 30xx rows and predictions, 31xx outcomes of gates, 32xx gates as they are written.</summary>
public static class EvaluationDiagnostics
{
    /// <summary>The model predicted NaN or infinity for a test row.</summary>
    public static readonly ModelDiagnostic PredictionNotFinite = new("MODEL3001", Error, "A prediction is not a number");

    /// <summary>A test row has a label or a weight that cannot be judged.</summary>
    public static readonly ModelDiagnostic RowNotJudgeable = new("MODEL3002", Error, "A test row cannot be judged");

    /// <summary>A metric is outside the bound of its gate. A warning where the gate's <c>Severity</c> or <c>ModelGate</c> says so.</summary>
    public static readonly ModelDiagnostic GateFailed = new("MODEL3101", Error, "A metric gate failed");

    /// <summary>The model is not better than the naive predictor, and no gate is declared that would replace this bound.</summary>
    public static readonly ModelDiagnostic NotBetterThanNaive = new("MODEL3102", Error, "The model is not better than the naive predictor");

    /// <summary>The metric of a gate has no value on the test rows.</summary>
    public static readonly ModelDiagnostic GateMetricUndefined = new("MODEL3103", Error, "The metric of a gate has no value");

    /// <summary>There are no test rows that a gate could judge.</summary>
    public static readonly ModelDiagnostic GateWithoutTestRows = new("MODEL3104", Error, "A gate has no test rows");

    /// <summary>The version that a gate compares with cannot be had or cannot be scored.</summary>
    public static readonly ModelDiagnostic BaselineUnavailable = new("MODEL3105", Error, "A gate has no baseline to compare with");

    /// <summary>A gate names a metric that does not exist.</summary>
    public static readonly ModelDiagnostic UnknownMetric = new("MODEL3201", Error, "A gate names an unknown metric");

    /// <summary>A gate names a metric of another task.</summary>
    public static readonly ModelDiagnostic MetricOfAnotherTask = new("MODEL3202", Error, "A gate names a metric of another task");

    /// <summary>A gate has metadata that gates do not know.</summary>
    public static readonly ModelDiagnostic UnknownGateMetadata = new("MODEL3203", Error, "A gate has unknown metadata");

    /// <summary>A gate has metadata of a later version.</summary>
    public static readonly ModelDiagnostic GateMetadataNotAvailableYet = new("MODEL3204", Error, "A gate has metadata that is not available in this version");

    /// <summary>A bound of a gate is not a number, is out of the metric's reach, or contradicts the other bound.</summary>
    public static readonly ModelDiagnostic InvalidGateBound = new("MODEL3205", Error, "A gate has an invalid bound");

    /// <summary>A gate has neither <c>Min</c> nor <c>Max</c>.</summary>
    public static readonly ModelDiagnostic GateWithoutBound = new("MODEL3206", Error, "A gate has no bound");

    /// <summary>The severity of a gate is neither <c>Error</c> nor <c>Warning</c>.</summary>
    public static readonly ModelDiagnostic InvalidGateSeverity = new("MODEL3207", Error, "A gate has an invalid severity");

    /// <summary>A waiver lacks a reason or an end, or has metadata that waivers do not know.</summary>
    public static readonly ModelDiagnostic InvalidWaiver = new("MODEL3208", Error, "A gate waiver is invalid");

    /// <summary>A waiver covers no gate of the project.</summary>
    public static readonly ModelDiagnostic WaiverWithoutFailure = new("MODEL3209", Warning, "A gate waiver waives nothing");

    /// <summary>A gate's baseline or environment is not a name that could be one.</summary>
    public static readonly ModelDiagnostic InvalidBaseline = new("MODEL3210", Error, "A gate names an invalid baseline");

    internal static IReadOnlyList<ModelDiagnostic> All { get; } =
    [
        PredictionNotFinite, RowNotJudgeable,
        GateFailed, NotBetterThanNaive, GateMetricUndefined, GateWithoutTestRows, BaselineUnavailable,
        UnknownMetric, MetricOfAnotherTask, UnknownGateMetadata, GateMetadataNotAvailableYet, InvalidGateBound, GateWithoutBound, InvalidGateSeverity,
        InvalidWaiver, WaiverWithoutFailure, InvalidBaseline,
    ];
}

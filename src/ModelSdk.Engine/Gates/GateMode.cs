namespace ModelSdk.Engine.Gates;

/// <summary>What a failed gate does to the build: the property <c>ModelGate</c>.</summary>
public enum GateMode
{
    /// <summary>It stops the build, unless the gate's own <c>Severity</c> is <c>Warning</c>.</summary>
    Error,

    /// <summary>It is a warning, whatever the gate's own <c>Severity</c>.</summary>
    Warning,

    /// <summary>Gates are not judged, and the build says so.</summary>
    Off,
}

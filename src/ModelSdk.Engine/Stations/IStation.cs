using ModelSdk.Engine.Output;

namespace ModelSdk.Engine.Stations;

/// <summary>One station of the build. What it does depends on its key alone, so that an equal key means that nothing is to be done.</summary>
internal interface IStation
{
    /// <summary>The station's name on the command line and of its stamp.</summary>
    string Name { get; }

    /// <summary>Whether the project asks that the station does its work even when nothing changed.</summary>
    bool AlwaysRuns(BuildSession session) => false;

    /// <summary>A digest of everything that determines the outputs.</summary>
    string Key(BuildSession session, StationLog log);

    /// <summary>The files that the station writes, for a session whose key is known.</summary>
    IReadOnlyList<string> Outputs(BuildSession session);

    /// <summary>Does the work and writes the outputs.</summary>
    void Run(BuildSession session, StationLog log);

    /// <summary>Says in one line what is there when nothing had to be done.</summary>
    string UpToDate(BuildSession session);
}

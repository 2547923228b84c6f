using System.Diagnostics;
using System.Text.Json;

namespace ModelSdk.Testing.FakeEngine;

/// <summary>
/// Speaks the protocol of the engine and writes its files, but learns nothing. Environment variables make it misbehave:
/// MODEL_FAKE_FAIL names a station that fails, MODEL_FAKE_DIE one in which the process dies, MODEL_FAKE_HANG one that waits for its end.
/// </summary>
internal static class FakeEngineProgram
{
    public static int Run(string[] arguments)
    {
        try
        {
            FakeProject project = FakeProject.Read(Option(arguments, "--options"));
            string[] stations = arguments[0] == "verify-predictor" ? ["verify"] : Option(arguments, "--stations").Split(',');
            project.CountStart(string.Join(',', stations));
            using FileStream turn = project.WaitForTurn();
            return RunStations(project, stations, arguments);
        }
        catch (Exception e) when (e is JsonException or IOException or ArgumentException)
        {
            Console.Error.WriteLine(e);
            return 70;
        }
    }

    private static int RunStations(FakeProject project, string[] stations, string[] arguments)
    {
        foreach (string station in stations)
        {
            Write(new { type = "progress", station, text = $"fake {station}" });
            Misbehave(station, project);
            if (Environment.GetEnvironmentVariable("MODEL_FAKE_FAIL") == station || project.Breaks(station))
            {
                (string file, int line, int column) = project.Place(station);
                Write(new { type = "diagnostic", severity = "error", code = "MODEL3999", text = $"fake {station} failed {{0}}", file, line, column, endLine = 0, endColumn = 0, help = "" });
                Write(new { type = "end", outcome = "failed" });
                return 1;
            }

            if (station == "verify")
            {
                FakeArtifacts.Verify(Option(arguments, "--request"));
            }
            else
            {
                FakeArtifacts.Write(station, project);
            }
        }

        Write(new { type = "end", outcome = "succeeded" });
        return 0;
    }

    private static void Misbehave(string station, FakeProject project)
    {
        if (Environment.GetEnvironmentVariable("MODEL_FAKE_DIE") == station)
        {
            Console.Error.WriteLine("fake death: error: 0.25");
            Process.GetCurrentProcess().Kill();
        }

        if (Environment.GetEnvironmentVariable("MODEL_FAKE_HANG") == station)
        {
            project.Note("hanging");
            while (Console.In.Read() >= 0)
            {
            }

            project.Note("released");
            Environment.Exit(130);
        }
    }

    private static string Option(string[] arguments, string name)
    {
        int index = Array.IndexOf(arguments, name);
        return index >= 0 ? arguments[index + 1] : throw new ArgumentException($"{name} is missing.");
    }

    private static void Write(object line) => Console.Out.WriteLine(JsonSerializer.Serialize(line));
}

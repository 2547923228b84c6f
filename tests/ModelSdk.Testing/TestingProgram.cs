using ModelSdk.Testing.FakeEngine;

namespace ModelSdk.Testing;

/// <summary>The executable: the fake engine, and the caretaker of a test run.</summary>
internal static class TestingProgram
{
    public static int Main(string[] arguments) =>
        arguments is [Caretaker.Command, string folder, string server] ? Caretaker.Run(folder, server) : FakeEngineProgram.Run(arguments);
}

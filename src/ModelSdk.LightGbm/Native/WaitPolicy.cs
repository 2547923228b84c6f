using System.Runtime.InteropServices;

namespace ModelSdk.LightGbm.Native;

/// <summary>Lets OpenMP's threads sleep while they wait for each other. By default they spin, and where other processes want the processors too, a training takes twenty times as long.</summary>
internal static partial class WaitPolicy
{
    private const int KeepWhatIsSet = 0;

    /// <summary>Sets the policy, where the environment does not. Only before the library is first loaded has it an effect.</summary>
    public static void Sleep()
    {
        // Environment.SetEnvironmentVariable does not reach native code here; on Windows, OpenMP knows no such policy.
        if (!OperatingSystem.IsWindows())
        {
            _ = SetVariable("OMP_WAIT_POLICY", "passive", KeepWhatIsSet);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}

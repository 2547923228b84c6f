using System.Globalization;
using ModelSdk.Tests.Engine.Training.Conformance;

// The tests start this assembly as processes with other processor features; the test host does not come here.
if (args is ["trainer-digests", string threads])
{
    TrainerDigests.Print(int.Parse(threads, CultureInfo.InvariantCulture), Console.Out);
}

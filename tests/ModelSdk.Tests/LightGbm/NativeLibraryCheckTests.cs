using ModelSdk.Engine.Logging;
using ModelSdk.LightGbm.Native;

namespace ModelSdk.Tests.LightGbm;

public sealed class NativeLibraryCheckTests
{
    [Theory]
    [InlineData("Unable to load '/p/lib_lightgbm.so': libgomp.so.1: cannot open shared object file", "MODEL2112", "apt-get install libgomp1")]
    [InlineData("dlopen(/p/lib_lightgbm.dylib): Library not loaded: /usr/local/opt/libomp/lib/libomp.dylib", "MODEL2112", "brew install libomp")]
    [InlineData("Unable to load shared library 'lib_lightgbm' or one of its dependencies.\n/p: no such file", "MODEL2111", "dotnet restore")]
    public void A_library_that_does_not_load_names_what_to_do(string reason, string code, string said)
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => NativeLibraryCheck.Require(System.Runtime.InteropServices.Architecture.X64, () => throw new DllNotFoundException(reason)));
        Assert.Equal(code, exception.Diagnostic.Code);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void Another_processor_is_named_before_anything_is_loaded()
    {
        ModelBuildException exception = Assert.Throws<ModelBuildException>(() => NativeLibraryCheck.Require(System.Runtime.InteropServices.Architecture.Arm64, () => Assert.Fail("loaded")));
        Assert.Equal("MODEL2110", exception.Diagnostic.Code);
        Assert.Contains("Arm64", exception.Message, StringComparison.Ordinal);
    }

    [LightGbmFact]
    public void It_loads_here() => NativeLibraryCheck.Require();
}

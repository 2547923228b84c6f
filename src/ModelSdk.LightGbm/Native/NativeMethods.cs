using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelSdk.LightGbm.Native;

/// <summary>The functions of LightGBM's C interface that training needs (LightGBM's <c>c_api.h</c>); each gives 0, or −1 after a failure.</summary>
internal static unsafe partial class NativeMethods
{
    /// <summary>The library's name, as the package has it for every system.</summary>
    public const string Library = "lib_lightgbm";

    /// <summary><c>C_API_DTYPE_FLOAT32</c>.</summary>
    public const int Single = 0;

    /// <summary><c>C_API_DTYPE_FLOAT64</c>.</summary>
    public const int Double = 1;

    /// <summary>What the last failure on this thread was, UTF-8.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_GetLastError")]
    public static partial nint GetLastError();

    /// <summary>Sends what is said on this thread to a function; it may be unloaded after the thread's last call only.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_RegisterLogCallback")]
    public static partial int RegisterLogCallback(delegate* unmanaged[Cdecl]<nint, void> receiver);

    /// <summary>Bounds the threads of every later call in this process; −1 for no bound.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_SetMaxThreads")]
    public static partial int SetMaxThreads(int threads);

    /// <summary>Bins the rows of several blocks.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_DatasetCreateFromMats", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int DatasetCreateFromMats(int blocks, nint* data, int type, int* rows, int columns, int* rowMajor, string parameters, nint reference, out nint dataset);

    /// <summary>Sets labels or weights.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_DatasetSetField", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int DatasetSetField(Dataset dataset, string name, float* values, int count, int type);

    /// <summary>Frees a data set.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_DatasetFree")]
    public static partial int DatasetFree(nint dataset);

    /// <summary>Makes a model without trees.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterCreate", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int BoosterCreate(Dataset training, string parameters, out nint booster);

    /// <summary>Adds rows to measure the objective on.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterAddValidData")]
    public static partial int BoosterAddValidData(Booster booster, Dataset rows);

    /// <summary>Fits the trees of one iteration; 1 in <paramref name="finished"/> where no tree found a split.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterUpdateOneIter")]
    public static partial int BoosterUpdateOneIter(Booster booster, out int finished);

    /// <summary>Measures the objective: on the fitted rows (0) or on those that validate (1).</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterGetEval")]
    public static partial int BoosterGetEval(Booster booster, int rows, out int count, double* values);

    /// <summary>Writes the model as text, ended by a zero byte; needs <paramref name="length"/> bytes.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterSaveModelToString")]
    public static partial int BoosterSaveModelToString(Booster booster, int first, int iterations, int importance, long size, out long length, byte* text);

    /// <summary>Frees a model.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterFree")]
    public static partial int BoosterFree(nint booster);

    /// <summary>Hears nothing: LightGBM would write to standard output, where the engine speaks its protocol.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void Ignore(nint text)
    {
    }
}

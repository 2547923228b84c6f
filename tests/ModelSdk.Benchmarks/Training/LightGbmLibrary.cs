using System.Runtime.InteropServices;

namespace ModelSdk.Benchmarks.Training;

/// <summary>The functions of LightGBM's C interface (<c>c_api.h</c>) that a training needs; each gives 0, or −1 after a failure.</summary>
internal static partial class LightGbmLibrary
{
    /// <summary><c>C_API_DTYPE_FLOAT32</c>.</summary>
    public const int Single = 0;

    /// <summary><c>C_API_DTYPE_FLOAT64</c>.</summary>
    public const int Double = 1;

    /// <summary><c>C_API_PREDICT_RAW_SCORE</c>.</summary>
    public const int RawScore = 1;

    private const string Library = "lib_lightgbm";

    /// <summary>Stops where a call failed.</summary>
    /// <param name="status">What the call gave.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static void Require(int status)
    {
        if (status != 0)
        {
            throw new InvalidOperationException($"LightGBM: {Marshal.PtrToStringUTF8(GetLastError())}");
        }
    }

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetCreateFromMat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int DatasetCreateFromMat(double[] data, int type, int rows, int columns, int rowMajor, string parameters, nint reference, out nint dataset);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetSetField", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int DatasetSetField(nint dataset, string name, float[] values, int count, int type);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterCreate", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int BoosterCreate(nint dataset, string parameters, out nint booster);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterUpdateOneIter")]
    public static partial int BoosterUpdateOneIter(nint booster, out int finished);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterPredictForMat", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int BoosterPredictForMat(
        nint booster, double[] data, int type, int rows, int columns, int rowMajor, int kind, int start, int iterations, string parameters, out long length, [Out] double[] scores);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterFree")]
    public static partial int BoosterFree(nint booster);

    [LibraryImport(Library, EntryPoint = "LGBM_DatasetFree")]
    public static partial int DatasetFree(nint dataset);

    [LibraryImport(Library, EntryPoint = "LGBM_GetLastError")]
    private static partial nint GetLastError();
}

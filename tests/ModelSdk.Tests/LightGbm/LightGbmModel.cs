using System.Runtime.InteropServices;
using ModelSdk.Engine.Features;

namespace ModelSdk.Tests.LightGbm;

/// <summary>A model text that LightGBM itself has read: the reference for raw scores.</summary>
internal sealed partial class LightGbmModel : IDisposable
{
    private const string Library = "lib_lightgbm";
    private const int DoublePrecision = 1;
    private const int RawScore = 1;
    private readonly nint booster;

    public LightGbmModel(string text) => Require(LoadModelFromString(text, out _, out this.booster));

    /// <summary>The raw scores of all rows, those of a row after each other.</summary>
    public double[] RawScores(DesignMatrix design, int outputs)
    {
        double[] scores = new double[(long)design.Rows * outputs];
        int first = 0;
        for (int block = 0; block < design.BlockCount; block++)
        {
            double[] part = this.RawScores([.. design.Dense(block)], design.RowsIn(block), design.DenseWidth, outputs);
            part.CopyTo(scores, first);
            first += part.Length;
        }

        return scores;
    }

    public double[] RawScores(double[] values, int rows, int columns, int outputs)
    {
        double[] scores = new double[rows * outputs];
        Require(PredictForMat(this.booster, values, DoublePrecision, rows, columns, 1, RawScore, 0, -1, "num_threads=1 verbosity=-1", out long length, scores));
        Assert.Equal(scores.Length, length);
        return scores;
    }

    public void Dispose() => _ = Free(this.booster);

    private static void Require(int status) => Assert.True(status == 0, Marshal.PtrToStringUTF8(GetLastError()));

    [LibraryImport(Library, EntryPoint = "LGBM_GetLastError")]
    private static partial nint GetLastError();

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterLoadModelFromString", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LoadModelFromString(string text, out int iterations, out nint booster);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterPredictForMat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int PredictForMat(
        nint booster, double[] data, int type, int rows, int columns, int rowMajor, int kind, int start, int iterations, string parameters, out long length, [Out] double[] scores);

    [LibraryImport(Library, EntryPoint = "LGBM_BoosterFree")]
    private static partial int Free(nint booster);
}

using ModelSdk.Contracts.Models;

namespace ModelSdk.Runtime.Kernels;

/// <summary>Reads and checks the tensors of the kernel <c>forecast</c>.</summary>
internal static class ForecastTensors
{
    private const int MostMonths = 12 * 9999;

    /// <summary>The times; step 0 is the last training time.</summary>
    /// <exception cref="ModelFormatException">A tensor is missing or out of its range.</exception>
    public static ForecastGrid ReadGrid(ModelFile file, bool date)
    {
        double origin = FiniteTensor.Read(file, ModelKeys.ForecastOrigin, 1)[0];
        double step = FiniteTensor.Read(file, ModelKeys.ForecastStep, 1)[0];
        double day = FiniteTensor.Read(file, ModelKeys.ForecastAnchorDay, 1)[0];
        bool months = day > 0;
        bool fits = step > 0 && day is >= 0 and <= 31 && day % 1 == 0
            && (!months || (date && ForecastGrid.IsDate(origin) && step % 1 == 0 && step <= MostMonths));
        return fits ? new ForecastGrid(origin, step, (int)day) : throw new ModelFormatException("The model file's forecast times are damaged.");
    }

    /// <summary>The forecasts with the number of series and steps.</summary>
    /// <exception cref="ModelFormatException">The tensor is missing, empty, has another shape, or holds a value that is not finite.</exception>
    public static (double[] Values, int Series, int Horizon) ReadValues(ModelFile file)
    {
        IReadOnlyList<long> shape = file.Tensor(ModelKeys.ForecastValues).Shape;
        if (shape.Count != 2 || shape[0] < 1 || shape[1] < 1)
        {
            throw new ModelFormatException(
                $"The tensor \"{ModelKeys.ForecastValues}\" has the shape [{string.Join(", ", shape)}]; expected [series, steps], each 1 or more.");
        }

        return (FiniteTensor.Read(file, ModelKeys.ForecastValues, shape[0], shape[1]), (int)shape[0], (int)shape[1]);
    }

    /// <summary>What tells the series apart.</summary>
    /// <exception cref="ModelFormatException">The tensor has another shape, or the series are not in ascending order.</exception>
    public static double[] ReadSeries(ModelFile file, int count, int groups)
    {
        double[] series = FiniteTensor.Read(file, ModelKeys.ForecastSeries, count, groups);
        for (int index = 1; index < count; index++)
        {
            if (series.AsSpan((index - 1) * groups, groups).SequenceCompareTo(series.AsSpan(index * groups, groups)) >= 0)
            {
                throw new ModelFormatException($"The series in the tensor \"{ModelKeys.ForecastSeries}\" are not in ascending order.");
            }
        }

        return series;
    }
}

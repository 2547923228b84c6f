using System.Globalization;
using System.Text;
using ModelSdk.Engine.Training;

namespace ModelSdk.Benchmarks.Training;

/// <summary>
/// Writes the data that the training benchmarks share: 20 numeric features <c>n00</c>…<c>n19</c>, categorical ones <c>c5</c>, <c>c20</c>,
/// <c>c100</c>, <c>c1000</c> and <c>c2</c> named after their number of levels, a numeric label <c>y</c> and a binary label <c>churn</c> (<c>yes</c>,
/// <c>no</c>). <c>n03</c>, <c>n07</c> and <c>n11</c> are missing in 2 % of the rows. Equal row counts give equal bytes on every machine.
/// </summary>
internal static class TrainingDataGenerator
{
    private const int NumericFeatures = 20;
    private const double MissingFraction = 0.02;
    private static readonly int[] Levels = [5, 20, 100, 1000, 2];
    private static readonly int[] WithMissing = [3, 7, 11];

    /// <summary>Writes a CSV file: comma, LF, no quotes, about 200 bytes a row.</summary>
    /// <param name="path">The file; replaced where it exists.</param>
    /// <param name="rows">How many rows, without the header.</param>
    public static void Write(string path, int rows)
    {
        using StreamWriter writer = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20) { NewLine = "\n" };
        writer.WriteLine(Header());
        SeededRandom random = new(seed: 20260727);
        StringBuilder line = new();
        for (int row = 0; row < rows; row++)
        {
            AppendRow(line.Clear(), random);
            writer.WriteLine(line);
        }
    }

    private static string Header()
    {
        IEnumerable<string> numbers = Enumerable.Range(0, NumericFeatures).Select(index => string.Create(CultureInfo.InvariantCulture, $"n{index:00}"));
        IEnumerable<string> categories = Levels.Select(count => string.Create(CultureInfo.InvariantCulture, $"c{count}"));
        return string.Join(',', [.. numbers, .. categories, "y", "churn"]);
    }

    private static void AppendRow(StringBuilder line, SeededRandom random)
    {
        Span<double> numbers = stackalloc double[NumericFeatures];
        Span<int> categories = stackalloc int[Levels.Length];
        for (int index = 0; index < NumericFeatures; index++)
        {
            numbers[index] = Bell(random);
            bool missing = WithMissing.Contains(index) && random.NextDouble() < MissingFraction;
            line.Append(missing ? "" : Number(index, numbers[index])).Append(',');
        }

        for (int index = 0; index < Levels.Length; index++)
        {
            categories[index] = random.Next(Levels[index]);
            line.Append(CultureInfo.InvariantCulture, $"{(char)('a' + index)}_{categories[index]:000},");
        }

        double signal = Signal(numbers, categories);
        bool churn = signal + (1.5 * Bell(random)) > 1;
        line.Append(CultureInfo.InvariantCulture, $"{(10 * signal) + (5 * Bell(random)):0.0000},{(churn ? "yes" : "no")}");
    }

    /// <summary>Linear, curved and interacting parts, so that linear models, trees and networks all find something and none finds everything.</summary>
    private static double Signal(ReadOnlySpan<double> n, ReadOnlySpan<int> c) =>
        (0.8 * n[0]) - (0.6 * n[1]) + (0.5 * n[2]) + (0.3 * n[3]) + (0.4 * ((n[4] * n[4]) - 1)) + (0.5 * n[5] * n[6])
        + (n[7] > 0.5 ? 0.7 : -0.3) + (0.2 * (c[0] - 2)) + (0.5 * ((c[1] * 7 % 20 / 10.0) - 1)) + (0.4 * ((c[2] * 37 % 100 / 50.0) - 1))
        + (0.3 * ((c[3] * 389 % 1000 / 500.0) - 1)) + (c[4] == 1 && n[8] > 0 ? 0.6 : 0);

    /// <summary>Mean 0, variance 1, nearly normal: a sum of twelve uniform numbers needs no function that differs between machines.</summary>
    private static double Bell(SeededRandom random)
    {
        double sum = -6;
        for (int index = 0; index < 12; index++)
        {
            sum += random.NextDouble();
        }

        return sum;
    }

    /// <summary>Whole numbers, money, and measurements of four to nine decimals, as real tables mix them.</summary>
    private static string Number(int index, double value) => (index % 5) switch
    {
        0 => (Math.Round(value * 100) + 500).ToString("0", CultureInfo.InvariantCulture),
        1 => ((value * 1000) + 5000).ToString("0.00", CultureInfo.InvariantCulture),
        2 => value.ToString("0.0000", CultureInfo.InvariantCulture),
        3 => value.ToString("0.000000", CultureInfo.InvariantCulture),
        _ => value.ToString("0.000000000", CultureInfo.InvariantCulture),
    };
}

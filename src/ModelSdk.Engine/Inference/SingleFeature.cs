namespace ModelSdk.Engine.Inference;

/// <summary>How well one feature alone predicts the label, fitted and judged on the same rows.</summary>
internal static class SingleFeature
{
    /// <summary>R² of a straight line: the squared correlation. 0 where either side is constant.</summary>
    public static double LinearR2(double[] values, double[] labels)
    {
        (double valueMean, double labelMean) = (Mean(values), Mean(labels));
        double valueSquares = 0;
        double labelSquares = 0;
        double products = 0;
        for (int row = 0; row < values.Length; row++)
        {
            double value = values[row] - valueMean;
            double label = labels[row] - labelMean;
            valueSquares += value * value;
            labelSquares += label * label;
            products += value * label;
        }

        return valueSquares == 0 || labelSquares == 0 ? 0 : products / valueSquares * (products / labelSquares);
    }

    /// <summary>How many different groups there are.</summary>
    /// <param name="groups">Codes, whole numbers from 0 on.</param>
    public static int CountGroups(double[] groups)
    {
        bool[] seen = new bool[GroupCount(groups)];
        foreach (double group in groups)
        {
            seen[(int)group] = true;
        }

        return seen.Count(isSeen => isSeen);
    }

    /// <summary>R² of the groups' means. 0 where the label is constant.</summary>
    /// <param name="groups">For each row its group's code, a whole number from 0 on.</param>
    /// <param name="labels">The labels.</param>
    public static double GroupR2(double[] groups, double[] labels)
    {
        double mean = Mean(labels);
        double[] sums = new double[GroupCount(groups)];
        int[] counts = new int[sums.Length];
        double total = 0;
        for (int row = 0; row < groups.Length; row++)
        {
            double distance = labels[row] - mean;
            sums[(int)groups[row]] += distance;
            counts[(int)groups[row]]++;
            total += distance * distance;
        }

        double between = 0;
        for (int group = 0; group < sums.Length; group++)
        {
            between += counts[group] == 0 ? 0 : sums[group] * sums[group] / counts[group];
        }

        return total == 0 ? 0 : between / total;
    }

    /// <summary>Balanced accuracy of each group's weightiest class, where every class weighs the same.</summary>
    /// <param name="groups">For each row its group's code, a whole number from 0 on.</param>
    /// <param name="labels">For each row the index of its class.</param>
    /// <param name="classes">How many classes.</param>
    public static double GroupBalancedAccuracy(double[] groups, double[] labels, int classes)
    {
        double[] weights = Weights(labels, classes);
        double[] sums = new double[GroupCount(groups) * classes];
        for (int row = 0; row < groups.Length; row++)
        {
            sums[((int)groups[row] * classes) + (int)labels[row]] += weights[(int)labels[row]];
        }

        return sums.Chunk(classes).Sum(group => group.Max());
    }

    /// <summary>
    /// Balanced accuracy of the best thresholds that divide the number line into one interval a class, the classes in the order of their means:
    /// dynamic programming over the sorted values, where <c>best[k]</c> is the weight of the rows so far that fall right when the current interval is class k's.
    /// </summary>
    public static double ThresholdBalancedAccuracy(double[] values, double[] labels, int classes)
    {
        double[] weights = Weights(labels, classes);
        int[] rank = RankByMean(values, labels, classes);
        double[] sorted = [.. values];
        double[] sortedLabels = [.. labels];
        Array.Sort(sorted, sortedLabels);
        double[] best = new double[classes];
        double[] gained = new double[classes];
        for (int row = 0; row < sorted.Length; row++)
        {
            int label = (int)sortedLabels[row];
            gained[rank[label]] += weights[label];
            bool groupEnds = row + 1 == sorted.Length || sorted[row + 1] != sorted[row];
            if (groupEnds)
            {
                for (int k = 0; k < classes; k++)
                {
                    best[k] += gained[k];
                }

                for (int k = 1; k < classes; k++)
                {
                    best[k] = Math.Max(best[k], best[k - 1]);
                }

                Array.Clear(gained);
            }
        }

        return best[^1];
    }

    private static int[] RankByMean(double[] values, double[] labels, int classes)
    {
        double[] sums = new double[classes];
        double[] counts = new double[classes];
        for (int row = 0; row < values.Length; row++)
        {
            sums[(int)labels[row]] += values[row];
            counts[(int)labels[row]]++;
        }

        int[] rank = new int[classes];
        int next = 0;
        foreach (int index in Enumerable.Range(0, classes).OrderBy(index => counts[index] == 0 ? 0 : sums[index] / counts[index]))
        {
            rank[index] = next++;
        }

        return rank;
    }

    /// <summary>What a row of each class counts, so that all rows of a class count 1/K together. A class without rows counts nothing.</summary>
    private static double[] Weights(double[] labels, int classes)
    {
        int[] counts = new int[classes];
        foreach (double label in labels)
        {
            counts[(int)label]++;
        }

        int present = counts.Count(count => count > 0);
        return [.. counts.Select(count => count == 0 ? 0 : 1.0 / count / present)];
    }

    private static int GroupCount(double[] groups) => groups.Length == 0 ? 0 : 1 + (int)groups.Max();

    private static double Mean(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}

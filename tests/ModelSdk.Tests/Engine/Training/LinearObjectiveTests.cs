using ModelSdk.Engine.Training;
using ModelSdk.Engine.Training.Linear.Objectives;

namespace ModelSdk.Tests.Engine.Training;

public sealed class LinearObjectiveTests
{
    private static readonly Dictionary<string, (TestTable Table, RowLoss Loss)> Losses = new()
    {
        ["squared"] = (Synthetic.Regression(2500), new SquaredLoss()),
        ["Poisson"] = (Synthetic.Regression(2500), new PoissonLoss()),
        ["pinball"] = (Synthetic.Regression(2500), new PinballLoss(0.3)),
        ["logistic"] = (Synthetic.Binary(2500), new LogisticLoss()),
        ["softmax"] = (Synthetic.Multiclass(2500), new SoftmaxLoss(3)),
    };

    public static TheoryData<string, bool> Cases()
    {
        TheoryData<string, bool> cases = [];
        foreach (string loss in Losses.Keys)
        {
            cases.Add(loss, true);
            cases.Add(loss, false);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_is_that_of_the_value(string name, bool intercept)
    {
        (LinearObjective objective, double[] point) = Create(name, intercept);
        double[] gradient = new double[objective.Count];
        double[] ignored = new double[objective.Count];
        objective.Evaluate(point, gradient);
        for (int index = 0; index < point.Length; index++)
        {
            const double Step = 1e-6;
            double centre = point[index];
            point[index] = centre + Step;
            double above = objective.Evaluate(point, ignored);
            point[index] = centre - Step;
            double below = objective.Evaluate(point, ignored);
            point[index] = centre;
            Assert.Equal((above - below) / (2 * Step), gradient[index], name == "pinball" ? 1e-3 : 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void All_rows_one_by_one_are_the_whole(string name, bool intercept)
    {
        (LinearObjective objective, double[] point) = Create(name, intercept);
        double[] whole = new double[objective.Count];
        double[] rows = new double[objective.Count];
        double value = objective.Evaluate(point, whole);
        Assert.Equal(value, objective.EvaluateRows(point, [.. Enumerable.Range(0, objective.RowCount)], rows), 1e-12 * Math.Max(1, Math.Abs(value)));
        Assert.All(whole.Zip(rows), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Theory]
    [InlineData(-800.0, 1.0)]
    [InlineData(-30.0, 0.0)]
    [InlineData(-0.4, 1.0)]
    [InlineData(0.0, 1.0)]
    [InlineData(0.9, 0.0)]
    [InlineData(36.0, 1.0)]
    [InlineData(800.0, 0.0)]
    public void The_logistic_loss_keeps_its_digits(double margin, double target)
    {
        double[] margins = [margin, margin, margin, margin, margin];
        double[] losses = new double[5];
        new LogisticLoss().Evaluate(margins, [target, target, target, target, target], losses);
        double signed = target == 1 ? -margin : margin;
        double expected = signed > 30 ? signed + Math.Exp(-signed) : Math.Log(1 + Math.Exp(signed));
        Assert.All(losses, loss => Assert.Equal(expected, loss, 1e-13 * Math.Max(expected, 1e-3)));
        Assert.All(margins, derivative => Assert.Equal((1 / (1 + Math.Exp(-margin))) - target, derivative, 1e-15));
    }

    private static (LinearObjective Objective, double[] Point) Create(string name, bool intercept)
    {
        (TestTable table, RowLoss loss) = Losses[name];
        TrainingData data = LinearProblems.Data(table);
        data = intercept ? data : data with { Columns = [.. data.Columns.Select(column => column with { Mean = column.Mean / 500 })] };
        LinearObjective objective = new(data, loss, 0.2, intercept, CancellationToken.None);
        return (objective, [.. Enumerable.Range(0, objective.Count).Select(index => 0.1 * ((index * 7 % 11) - 5))]);
    }
}

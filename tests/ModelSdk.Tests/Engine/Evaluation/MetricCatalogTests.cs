using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Evaluation;

namespace ModelSdk.Tests.Engine.Evaluation;

public class MetricCatalogTests
{
    [Fact]
    public void Every_metric_is_documented()
    {
        string page = File.ReadAllText(Path.Combine(Repository(), "docs", "metrics.md"));
        Assert.All(MetricCatalog.All, metric => Assert.Contains($"`{metric.Name}`", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ModelTask.Regression, "Rmse")]
    [InlineData(ModelTask.BinaryClassification, "RocAuc")]
    [InlineData(ModelTask.MulticlassClassification, "BalancedAccuracy")]
    public void Every_task_has_the_metric_of_its_default_gate(ModelTask task, string name) =>
        Assert.Contains(MetricCatalog.For(task), metric => metric.Name == name);

    [Fact]
    public void Names_are_unique_and_found()
    {
        Assert.Equal(MetricCatalog.All.Count, MetricCatalog.All.Select(metric => metric.Name).Distinct().Count());
        Assert.All(MetricCatalog.All, metric => Assert.Same(metric, MetricCatalog.Find(metric.Name)));
        Assert.Null(MetricCatalog.Find("rmse"));
    }

    private static string Repository()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ModelSdk.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the repository.");
        }

        return folder.FullName;
    }
}

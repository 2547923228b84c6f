namespace ModelSdk.Tests.Engine.Stations;

public class InfiniteValueTests
{
    [Theory]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    public void An_infinity_in_a_column_of_numbers_is_an_error_at_its_place(string infinity)
    {
        using StationProject project = new();
        project.Write("data.csv", StationProject.Rows(200) + $"{infinity},A,3\n");
        Assert.False(project.Run());
        Assert.Equal(202, Assert.Single(project.Output.Diagnostics).Location.Line);
        Assert.Contains("finite", project.Output.Diagnostics[0].Text, StringComparison.Ordinal);
    }
}

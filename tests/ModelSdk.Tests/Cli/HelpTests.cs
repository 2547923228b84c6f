namespace ModelSdk.Tests.Cli;

public sealed class HelpTests
{
    [Fact]
    public void Help_is_what_was_asked_for_and_goes_to_standard_output()
    {
        CommandRun help = CommandRun.Of("--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Equal("", help.Error);
        Assert.Contains("Exit codes: 0 done, 1 failed, 2 wrong arguments, 70 a fault of ours, 130 cancelled.", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diff", "before")]
    [InlineData("diff", "after")]
    [InlineData("show", "what")]
    [InlineData("promote", "version")]
    [InlineData("promote", "environment")]
    public void An_argument_is_called_alike_in_the_usage_and_below(string command, string argument)
    {
        string output = CommandRun.Of(command, "--help").Output;
        Assert.Equal(2, output.Split($"<{argument}>").Length - 1);
    }

    [Fact]
    public void A_commit_says_that_a_reason_is_required() =>
        Assert.Contains("-m or -F is required", CommandRun.Of("commit", "--help").Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("`dotnet model --help` lists what is valid.", "nonsense")]
    [InlineData("`dotnet model diff --help` lists what is valid.", "diff")]
    [InlineData("`dotnet model contract update --help` lists what is valid.", "contract", "update", "--nonsense")]
    public void A_wrong_command_line_points_to_the_help_of_its_command(string hint, params string[] arguments)
    {
        CommandRun run = CommandRun.Of(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.EndsWith(hint, run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_have_been_meant_is_said_on_standard_error() =>
        Assert.Contains(CommandRun.Of("promot").Error.ReplaceLineEndings("\n").Split('\n'), line => line == "promote");
}

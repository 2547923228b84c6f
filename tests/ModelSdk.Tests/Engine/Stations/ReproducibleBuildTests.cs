namespace ModelSdk.Tests.Engine.Stations;

public class ReproducibleBuildTests
{
    [Fact]
    public void Other_folder_line_ends_and_time_give_the_same_model_and_the_same_record()
    {
        using StationProject first = new();
        using StationProject second = new();
        second.Write("data.csv", "\uFEFF" + StationProject.Rows(400, "\r\n"));
        Assert.True(first.Run());
        Assert.True(second.Run());
        Assert.Equal(File.ReadAllBytes(first.Artifact("Fare.safetensors")), File.ReadAllBytes(second.Artifact("Fare.safetensors")));
        Assert.Equal(first.Text("version.json"), second.Text("version.json"));
        Assert.Equal(first.Text("evaluation.json"), second.Text("evaluation.json"));
    }

    [Fact]
    public void Files_in_another_order_of_declaration_give_the_same_model()
    {
        using StationProject first = TwoFiles("a.csv", "b.csv");
        using StationProject second = TwoFiles("b.csv", "a.csv");
        Assert.True(first.Run());
        Assert.True(second.Run());
        Assert.Equal(first.ModelDigest, second.ModelDigest);
    }

    [Fact]
    public void The_version_names_the_model()
    {
        using StationProject project = new();
        Assert.True(project.Run());
        Assert.Equal($"0.1.0-dev.g{project.ModelDigest[..8]}", project.Text("version.txt").Split('\n')[0]);
    }

    private static StationProject TwoFiles(params string[] declared)
    {
        StationProject project = new();
        project.RemoveItems("TrainingData");
        project.Write("a.csv", StationProject.Rows(200));
        project.Write("b.csv", StationProject.Rows(300, seed: 9));
        foreach (string name in declared)
        {
            project.Item("TrainingData", name);
        }

        return project;
    }
}

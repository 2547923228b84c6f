using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Store;

namespace ModelSdk.Tests.Store;

public sealed class StoreNamesTests
{
    public static readonly TheoryData<string> NamesOfNobody =
    [
        "", " ", ".", "..", "../x", "..\\x", "a/b", "a\\b", "/x", "C:", "C:x", "con", "NUL", "Aux", "com1", "LPT9", "x.", "x..", "x ", "a.b", "a\0b", "a\nb", "~", "$HOME", "*", new string('a', 65),
    ];

    [Theory]
    [MemberData(nameof(NamesOfNobody))]
    public void A_name_that_could_be_a_path_or_a_device_is_refused(string name)
    {
        Assert.False(StoreNames.IsModel(name));
        Assert.False(StoreNames.IsEnvironment(name));
        Assert.Equal(StoreDiagnostics.InvalidName, Assert.Throws<StoreException>(() => StoreNames.RequireModel(name)).Diagnostic);
        Assert.Equal(StoreDiagnostics.InvalidName, Assert.Throws<StoreException>(() => StoreNames.RequireEnvironment(name)).Diagnostic);
    }

    [Theory]
    [InlineData("objects")]
    [InlineData("Objects")]
    [InlineData(".local")]
    [InlineData("class")]
    [InlineData("1Churn")]
    [InlineData("with-hyphen")]
    public void A_model_is_a_C_sharp_identifier_and_no_folder_of_the_store(string name) => Assert.False(StoreNames.IsModel(name));

    [Theory]
    [InlineData("Churn")]
    [InlineData("_churn2")]
    [InlineData("Größe")]
    [InlineData("versions")]
    [InlineData("console")]
    public void Ordinary_names_of_models_are_accepted(string name) => StoreNames.RequireModel(name);

    [Theory]
    [InlineData("fade")]
    [InlineData("e2e")]
    [InlineData("decade")]
    [InlineData("parent")]
    [InlineData("Production")]
    [InlineData("2nd")]
    [InlineData("-x")]
    [InlineData("test_1")]
    [InlineData("größe")]
    public void An_environment_is_neither_an_id_nor_a_word_of_ours_nor_told_apart_by_case(string name) => Assert.False(StoreNames.IsEnvironment(name));

    [Theory]
    [InlineData("production")]
    [InlineData("staging-2")]
    [InlineData("fader")]
    [InlineData("x")]
    public void Ordinary_names_of_environments_are_accepted(string name) => StoreNames.RequireEnvironment(name);

    [Fact]
    public void Sixty_four_characters_are_the_most()
    {
        Assert.True(StoreNames.IsModel(new string('x', 64)));
        Assert.True(StoreNames.IsEnvironment(new string('x', 64)));
    }

    [Fact]
    public void A_message_shows_neither_control_characters_nor_endless_names()
    {
        string message = Assert.Throws<StoreException>(() => StoreNames.RequireModel("a\u001b[2J" + new string('y', 1000))).Message;
        Assert.Contains("\\u001b", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', message);
        Assert.True(message.Length < 300);
    }

    [Fact]
    public void Lineages_are_not_opened_under_a_refused_name()
    {
        using TemporaryStore temporary = new();
        Assert.Equal(StoreDiagnostics.InvalidName, Assert.Throws<StoreException>(() => temporary.Store.Lineage("../Churn")).Diagnostic);
        Assert.Equal(StoreDiagnostics.InvalidName, Assert.Throws<StoreException>(() => temporary.Lineage.Environment("../production")).Diagnostic);
        Assert.Equal(StoreDiagnostics.InvalidName, Assert.Throws<StoreException>(() => temporary.Add(TemporaryStore.Record("0.1.0") with { Name = "../Churn" })).Diagnostic);
        Assert.Equal(StoreDiagnostics.InvalidName, Assert.Throws<StoreException>(() => temporary.Promote("..", "0")).Diagnostic);
    }
}

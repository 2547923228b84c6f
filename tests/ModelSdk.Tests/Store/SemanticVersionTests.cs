using CsCheck;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Tests.Store;

public sealed class SemanticVersionTests
{
    private static readonly Gen<int> Part = Gen.OneOf(Gen.Int[0, 20], Gen.Int[0, 65534]);

    private static readonly Gen<SemanticVersion> Any = Gen.Select(Part, Part, Part, (major, minor, patch) => new SemanticVersion(major, minor, patch));

    [Fact]
    public void A_version_that_is_printed_reads_back() =>
        Any.Sample(version => SemanticVersion.TryParse(version.ToString(), out SemanticVersion read) && read == version);

    [Fact]
    public void Whatever_is_read_prints_as_it_was_written() =>
        Gen.Char["0123456789.-+ x"].Array[0, 9].Select(characters => new string(characters)).Sample(
            text => !SemanticVersion.TryParse(text, out SemanticVersion version) || version.ToString() == text);

    [Fact]
    public void Versions_are_ordered_by_major_then_minor_then_patch() => Gen.Select(Any, Any).Sample((left, right) =>
    {
        int expected = left.Major != right.Major ? left.Major.CompareTo(right.Major)
            : left.Minor != right.Minor ? left.Minor.CompareTo(right.Minor)
            : left.Patch.CompareTo(right.Patch);
        Assert.Equal(Math.Sign(expected), Math.Sign(left.CompareTo(right)));
        Assert.Equal(expected < 0, left < right);
        Assert.Equal(expected > 0, left > right);
        Assert.Equal(expected <= 0, left <= right);
        Assert.Equal(expected >= 0, left >= right);
    });

    [Fact]
    public void The_next_version_is_higher_and_raises_one_part() => Any.Sample(version =>
    {
        Assert.Equal(new SemanticVersion(version.Major + 1, 0, 0), version.Next(VersionBump.Major));
        Assert.Equal(new SemanticVersion(version.Major, version.Minor + 1, 0), version.Next(VersionBump.Minor));
        Assert.Equal(new SemanticVersion(version.Major, version.Minor, version.Patch + 1), version.Next(VersionBump.Patch));
        Assert.True(version < version.Next(VersionBump.Patch));
        Assert.True(version.Next(VersionBump.Patch) < version.Next(VersionBump.Minor));
        Assert.True(version.Next(VersionBump.Minor) < version.Next(VersionBump.Major));
    });

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("01.2.3")]
    [InlineData("1.02.3")]
    [InlineData("1.2.00")]
    [InlineData("v1.2.3")]
    [InlineData("1.2.3-dev.g1a2b3c4d")]
    [InlineData("1.2.3+build")]
    [InlineData(" 1.2.3")]
    [InlineData("1.2.3\n")]
    [InlineData("-1.2.3")]
    [InlineData("+1.2.3")]
    [InlineData("1..3")]
    [InlineData("1.2.65535")]
    [InlineData("99999999999.0.0")]
    [InlineData("1.2.٣")]
    public void Other_texts_are_no_versions(string text) => Assert.False(SemanticVersion.TryParse(text, out _));

    [Fact]
    public void The_first_version_and_the_highest_are_read()
    {
        Assert.Equal("0.1.0", SemanticVersion.First.ToString());
        Assert.True(SemanticVersion.TryParse("65534.65534.65534", out _));
    }
}

using System.Globalization;
using CsCheck;
using ModelSdk.Contracts.Digests;
using ModelSdk.Contracts.Json;
using ModelSdk.Contracts.Versions;

namespace ModelSdk.Tests.Store;

public sealed class RecordRoundTripTests
{
    // No half surrogate pairs: UTF-8 cannot hold them.
    private static readonly Gen<string> Text = Gen.String[Gen.Char["aZ09 \t\n\r\"\\/<>{}[],:äß€漢\u2028\u0000\u001f"], 0, 12];

    private static readonly Gen<string> Digest = Gen.UInt.Select(number => Sha256Digest.Of(number.ToString(CultureInfo.InvariantCulture)));

    private static readonly Gen<string[]> Digests = Digest.Array[0, 3].Select(digests => digests.Distinct().Order(StringComparer.Ordinal).ToArray());

    private static readonly Gen<DateTimeOffset> Time = Gen.Long[0, 4_000_000_000].Select(DateTimeOffset.FromUnixTimeSeconds);

    private static readonly Gen<CommitFacts?> Commit = Gen.Select(Gen.Bool, Text, Time, Text, Digest, (isCommitted, author, time, reason, digest) =>
        isCommitted ? new CommitFacts(author, time, reason) { TrainingObject = digest, EvaluationObject = Sha256Digest.Of(digest) } : null);

    private static readonly Gen<VersionRecord> Records =
        from names in Text.Array[6]
        from digests in Digest.Array[5]
        from parents in Digests
        from commit in Commit
        from options in Gen.Dictionary(Text, Text)[0, 4]
        from metrics in Gen.Dictionary(Text, Gen.Double.Where(double.IsFinite))[0, 4]
        from hasMore in Gen.Bool
        select new VersionRecord(names[0], names[1], digests[0], digests[1], digests[2])
        {
            Project = names[2],
            Task = names[3],
            Trainer = names[4],
            SdkVersion = names[5],
            Options = [.. options.OrderBy(pair => pair.Key, StringComparer.Ordinal)],
            Metrics = [.. metrics.OrderBy(pair => pair.Key, StringComparer.Ordinal)],
            Gates = hasMore ? JsonValue.Of([JsonValue.Of(names[0]), JsonValue.Of(true), JsonValue.Null]) : null,
            Waivers = hasMore ? null : JsonValue.Of([JsonValue.Of(1.5)]),
            Changes = hasMore ? JsonValue.Of(names) : null,
            Parents = parents,
            ContractDigest = digests[3],
            Properties = hasMore ? [new("tenure", names[1])] : [],
            TestDigest = hasMore ? digests[4] : "",
            Id = commit is null && hasMore ? digests[4] : "",
            Commit = commit,
        };

    private static readonly Gen<EnvironmentEvent> Events =
        from names in Text.Array[5]
        from kind in Gen.Enum<EnvironmentEventKind>()
        from version in Digest
        from previous in Digests
        from time in Time
        select new EnvironmentEvent(names[0], names[1], kind, version, names[2]) { Previous = previous, Reason = names[3], Author = names[4], Time = time };

    private static readonly Gen<Retirement> Retirements = Gen.Select(Text.Array[4], Digest, Time, (names, version, time) =>
        new Retirement(names[0], version, names[1]) { Reason = names[2], Author = names[3], Time = time });

    [Fact]
    public void A_version_record_reads_back_as_it_was() => Records.Sample(record =>
    {
        VersionRecord read = VersionRecord.Read(record.ToJson());
        Assert.Equal(record.ToJson(), read.ToJson());
        Assert.Equal(record.Options, read.Options);
        Assert.Equal(record.Metrics, read.Metrics);
        Assert.Equal(record.Parents, read.Parents);
        Assert.Equal(record.Properties, read.Properties);
        Assert.Equal(Plain(record), Plain(read));
    });

    [Fact]
    public void An_event_reads_back_as_it_was() => Events.Sample(happened =>
    {
        EnvironmentEvent read = EnvironmentEvent.Read(happened.ToJson());
        Assert.Equal(happened.Previous, read.Previous);
        Assert.Equal(happened with { Previous = [] }, read with { Previous = [] });
    });

    [Fact]
    public void A_retirement_reads_back_as_it_was() => Retirements.Sample(retirement => Retirement.Read(retirement.ToJson()) == retirement);

    [Fact]
    public void Records_are_canonical_so_that_equal_ones_have_one_id() => Records.Sample(
        record => JsonText.Canonical(JsonReader.Parse(record.ToJson())) == record.ToJson());

    [Fact]
    public void An_embedded_record_tells_neither_who_nor_when_nor_why()
    {
        string text = (TemporaryStore.Record("1.2.0") with { Commit = null }).ToJson();
        foreach (string member in new[] { "author", "time", "reason", "trainingObject", "evaluationObject" })
        {
            Assert.DoesNotContain($"\"{member}\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Times_are_written_in_UTC_to_the_second() =>
        Assert.Equal("2026-11-24T21:29:15Z", RecordTime.Write(new DateTimeOffset(2026, 11, 24, 23, 29, 15, 999, TimeSpan.FromHours(2))));

    [Theory]
    [InlineData("2026-11-24T21:29:15")]
    [InlineData("2026-11-24T21:29:15+00:00")]
    [InlineData("2026-11-24T21:29:15.5Z")]
    [InlineData("2026-11-24 21:29:15Z")]
    [InlineData("")]
    public void Other_times_are_refused(string text) => Assert.Throws<FormatException>(() => RecordTime.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":2}")]
    [InlineData("{\"format\":1}")]
    [InlineData("{\"format\":1,\"name\":5}")]
    public void Other_texts_are_no_records(string text)
    {
        Assert.ThrowsAny<FormatException>(() => VersionRecord.Read(text));
        Assert.ThrowsAny<FormatException>(() => EnvironmentEvent.Read(text));
        Assert.ThrowsAny<FormatException>(() => Retirement.Read(text));
    }

    private static VersionRecord Plain(VersionRecord record) =>
        record with { Options = [], Metrics = [], Parents = [], Properties = [], Gates = null, Waivers = null, Changes = null };
}

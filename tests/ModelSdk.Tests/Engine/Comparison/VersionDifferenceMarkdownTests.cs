using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Comparison;

namespace ModelSdk.Tests.Engine.Comparison;

public class VersionDifferenceMarkdownTests
{
    [Fact]
    public void A_difference_reads_as_a_pull_request_should()
    {
        VersionDifference difference = Differences.Some with { Coefficients = [Differences.Some.Coefficients![1]] };

        Assert.Equal(
            """
            ### Model Churn: 1.1.0 → 1.2.0

            **Better in 1 metric, worse in 1, on the same test rows; breaks callers; 1 gate loosened or removed.**

            | Metric | 1.1.0 | 1.2.0 |  |
            |---|---:|---:|---|
            | RocAuc | 0.90431 | 0.90434 | ▲ better |
            | LogLoss | 0.35 | 0.4 | ▼ worse |
            | F1 | – | 0.5 |  |

            **Contract**

            - **breaking:** feature "a&#124;b" was removed
            - feature "c" is new and optional (numeric)

            **Gates**

            - ⚠️ loosened: Min on RocAuc went from 0.90 to 0.85
            - Max on LogLoss (0.5) was added

            **Options**

            | Option | 1.1.0 | 1.2.0 |
            |---|---:|---:|
            | Seed | 1 | – |

            **Data**: changed (rows 900 → 1000, training rows – → 800)

            - columns newly used: c
            - columns no longer used: a&#124;b

            | Column | PSI |  | Change |
            |---|---:|---|---|
            | Age | 0.3123 | moved | mean 12.3 → 14.1 |

            1 column stable

            <details><summary>1 coefficient changed</summary>

            | Output | Term | 1.1.0 | 1.2.0 |
            |---|---|---:|---:|
            | yes | x01 | 1 | 2 |

            </details>

            **Notes**

            - Something is not known.

            """.ReplaceLineEndings("\n"),
            VersionDifferenceMarkdown.Write(difference));
    }

    [Fact]
    public void Where_nothing_changed_little_is_said() =>
        Assert.Equal(
            """
            ### Model Churn: 1.1.0 → 1.2.0

            **The same model, to the byte.**

            | Metric | 1.1.0 | 1.2.0 |  |
            |---|---:|---:|---|
            | RocAuc | 0.9 | 0.9 | same |

            **Data**: the same (rows 100)

            """.ReplaceLineEndings("\n"),
            VersionDifferenceMarkdown.Write(Differences.None));

    [Theory]
    [InlineData("a|b", "a&#124;b")]
    [InlineData("`<script>` & co", "&#96;&#60;script&#62;&#96; &#38; co")]
    [InlineData("one\r\ntwo", "one two")]
    [InlineData("*x* _y_ [z](u)", "&#42;x&#42; &#95;y&#95; &#91;z&#93;(u)")]
    [InlineData("@octocat #1", "@&#8203;octocat #&#8203;1")]
    [InlineData("a\u0007b", "a&#92;u0007b")]
    public void Text_from_data_is_never_markup(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));

    [Fact]
    public void A_comment_stays_shorter_than_GitHub_allows()
    {
        string name = new('|', 1000);
        VersionDifference difference = Differences.Some with
        {
            Contract = [.. Enumerable.Repeat(new ContractChange(VersionBump.Major, name), 1000)],
            Coefficients = [.. Enumerable.Repeat(Differences.Some.Coefficients![0], 1000)],
        };
        string text = VersionDifferenceMarkdown.Write(difference);

        Assert.InRange(text.Length, 1, 65_536);
        Assert.Contains("- … and 970 more", text, StringComparison.Ordinal);
    }
}

using CsCheck;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Tests.Contracts.Schema;

public sealed class PropertyNamesTests
{
    [Theory]
    [InlineData("fare_amount", "FareAmount")]
    [InlineData("wind speed (m/s)", "WindSpeedMS")]
    [InlineData("class", "Class")]
    [InlineData("größe", "Größe")]
    [InlineData("年齢", "年齢")]
    [InlineData("1st visit", "Column1stVisit")]
    [InlineData("%", "Column")]
    [InlineData("", "Column")]
    [InlineData("equals", "EqualsValue")]
    [InlineData("clone", "CloneValue")]
    [InlineData("cafe\u0301", "Cafe\u0301")]
    public void A_name_becomes_a_property(string name, string property) => Assert.Equal(property, PropertyNames.Clean(name));

    [Theory]
    [InlineData("class")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("GetHashCode")]
    public void Keywords_and_other_non_identifiers_are_no_properties(string property) => Assert.False(PropertyNames.IsValid(property));

    [Fact]
    public void Every_name_becomes_a_valid_property() => Gen.String.Sample(name => PropertyNames.IsValid(PropertyNames.Clean(name)));

    [Fact]
    public void Properties_of_a_table_differ_and_avoid_reserved_names()
    {
        Gen<string> names = Gen.OneOf(Gen.String[Gen.Char["ab12 _"], 0, 3], Gen.String[0, 4]);
        names.Array[0, 12].Sample(table =>
        {
            IReadOnlyList<string> properties = PropertyNames.CleanAll(table, ["A", "B2"]);
            Assert.Equal(table.Length, properties.Distinct().Count());
            Assert.DoesNotContain("A", properties);
            Assert.DoesNotContain("B2", properties);
            Assert.All(properties, property => Assert.True(PropertyNames.IsValid(property)));
        });
    }
}

using ModelSdk.Contracts;
using ModelSdk.Contracts.Schema;

namespace ModelSdk.Generator.Tests;

/// <summary>Contracts as texts.</summary>
internal static class ContractText
{
    public static ModelContract Churn { get; } = new(
        ModelTask.BinaryClassification,
        new EquatableArray<ContractColumn>(
        [
            new("tenure", "Tenure", ColumnRole.Feature, ColumnKind.Integer) { Minimum = 0, Maximum = 72, Unit = "months", Description = "How long the customer <has> stayed & paid." },
            new("monthly_charges", "MonthlyCharges", ColumnRole.Feature, ColumnKind.Numeric) { Nullable = true, Minimum = 18.25, Maximum = 118.75 },
            new("region", "Region", ColumnRole.Feature, ColumnKind.Categorical) { Nullable = true },
            new("contract", "Contract", ColumnRole.Feature, ColumnKind.Categorical) { Closed = true, Categories = new(["month", "year"]) },
            new("paperless", "Paperless", ColumnRole.Feature, ColumnKind.Boolean),
            new("since", "Since", ColumnRole.Feature, ColumnKind.Date) { Nullable = true },
            new("customer_id", "CustomerId", ColumnRole.Key, ColumnKind.Text),
            new("churned", "Churned", ColumnRole.Label, ColumnKind.Boolean) { Classes = new(["0", "1"]), Positive = "1", Description = "Whether the customer left." },
        ]));

    public static ModelContract Income { get; } = new(
        ModelTask.BinaryClassification,
        new EquatableArray<ContractColumn>(
        [
            Numeric("age"),
            new("income", "Income", ColumnRole.Label, ColumnKind.Categorical) { Classes = new(["<=50K", ">50K"]), Positive = ">50K" },
        ]));

    public static ModelContract Penguins { get; } = new(
        ModelTask.MulticlassClassification,
        new EquatableArray<ContractColumn>(
        [
            Numeric("bill_length"),
            Numeric("bill_depth"),
            new("species", "Species", ColumnRole.Label, ColumnKind.Categorical) { Classes = new(["Adelie", "Chinstrap", "Gentoo"]) },
        ]));

    public static ModelContract TaxiFare { get; } = new(
        ModelTask.Regression,
        new EquatableArray<ContractColumn>([Numeric("distance"), new("fare_amount", "FareAmount", ColumnRole.Label, ColumnKind.Numeric) { Unit = "USD" }]));

    public static ModelContract Reviews { get; } = new(
        ModelTask.Regression,
        new EquatableArray<ContractColumn>(
        [
            new("title", "Title", ColumnRole.Feature, ColumnKind.Text),
            new("review", "Review", ColumnRole.Feature, ColumnKind.Text) { Nullable = true, Description = "What the customer wrote." },
            new("written", "Written", ColumnRole.Feature, ColumnKind.Date) { Reference = 19723 },
            new("stars", "Stars", ColumnRole.Label, ColumnKind.Numeric),
        ]));

    /// <summary>Every kind of name that data can bring: keywords, other scripts, digits, duplicates, quotes, line ends, markup.</summary>
    public static ModelContract Torture
    {
        get
        {
            string[] names =
            [
                "class", "int", "ñandú", "数量", "2nd floor", "a b", "a_b", "a-b", "…", "x\"y\\z", "<b>&amp;</b>", "new\nline", "\u2028 #error", "*/ } ;",
                "Probability", "ToString", "System", "global", "value", "Ünïcode ß", "TortureModel", "slots", "input", "string", "nan\u200Bzero", "😀",
            ];
            IReadOnlyList<string> properties = PropertyNames.CleanAll(names);
            ColumnKind[] kinds = Enum.GetValues<ColumnKind>();
            IEnumerable<ContractColumn> columns = names.Select((name, index) => new ContractColumn(name, properties[index], ColumnRole.Feature, kinds[index % kinds.Length])
            {
                Nullable = index % 2 == 0,
                Unit = name,
                Description = $"Ends here.\r\n#error {name} </summary> \u2029 \u0085 & ]]> \uD800",
                Minimum = index % kinds.Length < 2 ? -1e300 : null,
                Maximum = index % kinds.Length < 2 ? 5e-324 : null,
            });
            ContractColumn[] keywords = [.. new[] { "record", "required", "await", "field", "_", "__arglist" }.Select(word => new ContractColumn("keyword " + word, word, ColumnRole.Feature, ColumnKind.Numeric))];
            ContractColumn label = new("label\"\n", "when", ColumnRole.Label, ColumnKind.Text)
            {
                Classes = new(["<=50K", ">50K", "50K", "", "été", "class", "0", "a\"b\n", "Event", "event"]), Description = "</summary>",
            };
            return new ModelContract(ModelTask.MulticlassClassification, new EquatableArray<ContractColumn>([.. columns, .. keywords, label]));
        }
    }

    public static string Of(ModelContract contract) => ContractWriter.Write(contract);

    private static ContractColumn Numeric(string name) => new(name, PropertyNames.Clean(name), ColumnRole.Feature, ColumnKind.Numeric);
}

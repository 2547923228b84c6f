using System.Globalization;
using System.Text;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Schema;
using ModelSdk.Engine.Data;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Inference;

/// <summary>Decides kind and classes of the label.</summary>
/// <param name="column">What was seen of it.</param>
/// <param name="request">What the project says.</param>
internal sealed class LabelInference(ColumnProfile column, InferenceRequest request)
{
    private string Label => Quote.Value(column.Name);

    /// <summary>The label's column, without a property name, and the sentence that explains it.</summary>
    /// <exception cref="ModelBuildException">The label does not fit the task.</exception>
    public (ContractColumn Column, string Reason) Decide()
    {
        if (column.Present == 0)
        {
            throw this.Error(DataDiagnostics.NoLabelledRow, $"Every value of the label column {this.Label} is missing.");
        }

        (ContractColumn decided, string reason) = request.Task switch
        {
            ModelTask.Regression or ModelTask.Forecasting => this.Regression(),
            ModelTask.BinaryClassification or ModelTask.AnomalyDetection => this.Binary(),
            _ => this.Multiclass(),
        };
        string missing = column.Missing == 0 ? "" : $"; {Count.Of(column.Missing, "row")} without it are left out";
        return (decided, reason + missing);
    }

    private (ContractColumn Column, string Reason) Regression()
    {
        if (column.Numbers < column.Present)
        {
            Func<SourceLocation> place = column.FirstNonNumber!;
            string hint = FieldText.HasDecimalComma(Encoding.UTF8.GetBytes(column.FirstNonNumberText)) ? " Numbers are written with a decimal point: 1.5." : "";
            string text = $"The label {this.Label} of a regression must be a number; {Quote.Value(column.FirstNonNumberText)} is none.{hint} For classes set ModelTask to BinaryClassification or MulticlassClassification.";
            throw new ModelBuildException(DataDiagnostics.LabelNotNumeric, text, place());
        }

        this.RequireVariation(column.Minimum < column.Maximum);
        string reason = FormattableString.Invariant($"what the model predicts; numbers from {column.Minimum} to {column.Maximum}");
        return (this.Column(ColumnKind.Numeric) with { Minimum = column.Minimum, Maximum = column.Maximum }, reason);
    }

    private (ContractColumn Column, string Reason) Binary()
    {
        bool boolean = column.BooleanWords + column.ZerosAndOnes == column.Present;
        string[] classes = boolean ? this.BooleanClasses() : this.Classes();
        this.RequireVariation(classes.Length > 1);
        if (classes.Length > 2)
        {
            string text = $"BinaryClassification needs 2 classes; the label {this.Label} has {Count.Text(classes.Length)}: {List(classes)}. Set ModelTask to MulticlassClassification or Regression, or correct the data.";
            throw this.Error(DataDiagnostics.WrongClassCount, text);
        }

        string positive = this.Positive(classes, boolean);
        if (positive == classes[0])
        {
            // "False" as the positive class is a class of its own name, not a boolean.
            ColumnKind kind = column.ZerosAndOnes == column.Present ? ColumnKind.Integer : FeatureInference.KindOf(column);
            return this.Classified(kind == ColumnKind.Boolean ? ColumnKind.Categorical : kind, [classes[1], classes[0]], positive);
        }

        return this.Classified(boolean ? ColumnKind.Boolean : FeatureInference.KindOf(column), classes, positive);
    }

    private (ContractColumn Column, string Reason) Multiclass()
    {
        string[] classes = this.Classes();
        this.RequireVariation(classes.Length > 1);
        if (classes.Length == 2)
        {
            throw this.Error(DataDiagnostics.WrongClassCount, $"MulticlassClassification needs 3 classes or more; the label {this.Label} has 2: {List(classes)}. Set ModelTask to BinaryClassification.");
        }

        if (classes.Length > FeatureInference.MaximumCategories)
        {
            string regression = column.Numbers == column.Present ? " Its values are numbers: should ModelTask be Regression?" : "";
            throw this.Error(DataDiagnostics.WrongClassCount, $"The label {this.Label} has more than {Count.Text(FeatureInference.MaximumCategories)} different values.{regression}");
        }

        return this.Classified(FeatureInference.KindOf(column), classes, positive: null);
    }

    private (ContractColumn Column, string Reason) Classified(ColumnKind kind, string[] classes, string? positive)
    {
        // Classes that are no whole numbers are told apart by their text.
        kind = kind is ColumnKind.Numeric or ColumnKind.Date ? ColumnKind.Categorical : kind;
        string reason = $"what the model predicts; classes {List(classes)}" + (positive is null ? "" : $", {Quote.Value(positive)} is positive");
        return (this.Column(kind) with { Classes = new(classes), Positive = positive }, reason);
    }

    /// <summary>Whole numbers in numeric order, other classes in ordinal order.</summary>
    private string[] Classes()
    {
        IEnumerable<string> texts = column.Distinct.Named;
        return column.Integers == column.Present
            ? [.. texts.Select(text => long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture)).Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture))]
            : [.. texts.Order(StringComparer.Ordinal)];
    }

    /// <summary>The negative word, then the positive one, in the way that the data writes them.</summary>
    private string[] BooleanClasses()
    {
        string[] texts = [.. column.Distinct.Named.Select(text => text.ToLowerInvariant())];
        string[] pair = texts.All(text => text is "0" or "1") ? ["0", "1"] : texts.All(text => text is "no" or "yes") ? ["no", "yes"] : ["false", "true"];
        bool[] seen = [false, false];
        foreach (string text in texts)
        {
            _ = FieldText.TryBoolean(Encoding.UTF8.GetBytes(text), out double value);
            seen[(int)value] = true;
        }

        return [.. pair.Where((_, index) => seen[index])];
    }

    private string Positive(string[] classes, bool boolean)
    {
        if (request.PositiveLabel is null && boolean)
        {
            return classes[1];
        }

        string? found = classes.FirstOrDefault(name => name == request.PositiveLabel || (boolean && name.Equals(request.PositiveLabel, StringComparison.OrdinalIgnoreCase)));
        if (found is not null)
        {
            return found;
        }

        string problem = request.PositiveLabel is null ? "ModelPositiveLabel is not set" : $"ModelPositiveLabel is {Quote.Value(request.PositiveLabel)}";
        SourceLocation location = request.PositiveLabel is null ? request.LabelDeclaredAt : request.PositiveLabelDeclaredAt;
        throw new ModelBuildException(
            DataDiagnostics.InvalidPositiveLabel, $"{problem}; the classes of the label {this.Label} are {List(classes)}. Set it to the class that the model should find.", location);
    }

    private void RequireVariation(bool varies)
    {
        if (!varies)
        {
            string text = $"The label {this.Label} is {Quote.Value(column.Distinct.Named[0])} in every row; there is nothing to learn.";
            throw this.Error(DataDiagnostics.LabelConstant, text);
        }
    }

    private ContractColumn Column(ColumnKind kind) => new(column.Name, "", ColumnRole.Label, kind);

    private ModelBuildException Error(ModelDiagnostic diagnostic, string text) => new(diagnostic, text, request.LabelDeclaredAt);

    private static string List(string[] classes) => Quote.List([.. classes.Select(Quote.Value)]);
}

using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Contracts.Versions;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Projects;

/// <summary>Reads properties by type and reports those that do not fit.</summary>
internal sealed class PropertyChecks(ProjectOptions options, IEngineLog log)
{
    public bool Failed { get; private set; }

    public string Required(string name, string meaning)
    {
        string value = options.Property(name).Value;
        if (value.Length == 0)
        {
            this.Fail(ProjectDiagnostics.MissingProperty, name, $"{name} is not set; it is {meaning}.");
        }

        return value;
    }

    public string TextOr(string name, string fallback) => options.Property(name).Value is { Length: > 0 } value ? value : fallback;

    public T Choice<T>(string name, T fallback, bool required = false)
        where T : struct, Enum
    {
        string value = options.Property(name).Value;
        string valid = string.Join(", ", Enum.GetNames<T>());
        if (value.Length == 0 && required)
        {
            this.Fail(ProjectDiagnostics.MissingProperty, name, $"{name} is not set; valid: {valid}.");
        }

        if (value.Length == 0)
        {
            return fallback;
        }

        int index = Array.FindIndex(Enum.GetNames<T>(), word => word.Equals(value, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? Enum.GetValues<T>()[index] : this.Invalid(name, value, valid, fallback);
    }

    public void OneOf(string name, params string[] valid)
    {
        string value = options.Property(name).Value;
        if (value.Length > 0 && !valid.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            this.Invalid(name, value, string.Join(", ", valid), 0);
        }
    }

    public long WholeNumber(string name, long fallback)
    {
        string value = options.Property(name).Value;
        bool valid = long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number);
        return value.Length == 0 ? fallback : valid ? number : this.Invalid(name, value, "a whole number", fallback);
    }

    public long WholeNumber(string name, long fallback, long minimum, long maximum)
    {
        long number = this.WholeNumber(name, fallback);
        return number >= minimum && number <= maximum
            ? number
            : this.Invalid(name, options.Property(name).Value, string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"), fallback);
    }

    public long? Bytes(string name)
    {
        string value = options.Property(name).Value;
        return value.Length == 0 ? null
            : ByteSize.TryParse(value, out long bytes) ? bytes
            : this.Invalid<long?>(name, value, "a number of bytes with a unit, such as 512 MB or 2 GB", null);
    }

    public double Fraction(string name, double fallback)
    {
        string value = options.Property(name).Value;
        bool valid = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is >= 0 and < 1;
        return value.Length == 0 ? fallback : valid ? number : this.Invalid(name, value, "a number from 0 to below 1, with a decimal point", fallback);
    }

    public SemanticVersion? Version(string name)
    {
        string value = options.Property(name).Value;
        return value.Length == 0 ? null
            : SemanticVersion.TryParse(value, out SemanticVersion version) ? version
            : this.Invalid<SemanticVersion?>(name, value, "a version like 2.0.0, without a suffix", null);
    }

    public bool Flag(string name)
    {
        string value = options.Property(name).Value;
        return value.Length != 0 && (bool.TryParse(value, out bool flag) ? flag : this.Invalid(name, value, "true, false", false));
    }

    public void Fail(ModelDiagnostic diagnostic, string name, string text)
    {
        this.Failed = true;
        log.Report(diagnostic, text, options.Property(name).Location);
    }

    private T Invalid<T>(string name, string value, string valid, T fallback)
    {
        this.Fail(ProjectDiagnostics.InvalidPropertyValue, name, $"{name} is {Quote.Value(value)}; valid: {valid}.");
        return fallback;
    }
}

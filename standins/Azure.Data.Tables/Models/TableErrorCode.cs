namespace Azure.Data.Tables.Models;

/// <summary>What the service calls an error, as <see cref="RequestFailedException.ErrorCode"/> gives it.</summary>
public readonly struct TableErrorCode : IEquatable<TableErrorCode>
{
    private readonly string _value;

    /// <summary>A code by its name.</summary>
    public TableErrorCode(string value) => _value = value;

    /// <summary>An insert of a row that is there.</summary>
    public static TableErrorCode EntityAlreadyExists => new("EntityAlreadyExists");

    /// <summary>A row, or a table to be removed, that is not there.</summary>
    public static TableErrorCode ResourceNotFound => new("ResourceNotFound");

    /// <summary>A table being created that is there.</summary>
    public static TableErrorCode TableAlreadyExists => new("TableAlreadyExists");

    /// <summary>A table that is not there.</summary>
    public static TableErrorCode TableNotFound => new("TableNotFound");

    /// <summary>A row whose version is not the one asked for.</summary>
    public static TableErrorCode UpdateConditionNotSatisfied => new("UpdateConditionNotSatisfied");

    /// <summary>Whether the two are the same code.</summary>
    public static bool operator ==(TableErrorCode left, TableErrorCode right) => left.Equals(right);

    /// <summary>Whether the two are not the same code.</summary>
    public static bool operator !=(TableErrorCode left, TableErrorCode right) => !left.Equals(right);

    /// <summary>Whether this is the code's name.</summary>
    public static bool operator ==(TableErrorCode code, string value) => code.Equals(new TableErrorCode(value));

    /// <summary>Whether this is not the code's name.</summary>
    public static bool operator !=(TableErrorCode code, string value) => !code.Equals(new TableErrorCode(value));

    /// <summary>Whether this is the code's name.</summary>
    public static bool operator ==(string value, TableErrorCode code) => code.Equals(new TableErrorCode(value));

    /// <summary>Whether this is not the code's name.</summary>
    public static bool operator !=(string value, TableErrorCode code) => !code.Equals(new TableErrorCode(value));

    /// <inheritdoc/>
    public bool Equals(TableErrorCode other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is TableErrorCode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value ?? "");

    /// <inheritdoc/>
    public override string ToString() => _value;
}

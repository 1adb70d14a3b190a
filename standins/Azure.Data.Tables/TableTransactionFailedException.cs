using System.Globalization;
using Azure.Data.Tables.Protocol;

namespace Azure.Data.Tables;

/// <summary>A transaction that failed as a whole because one of its actions did. Nothing of it was written.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>Tells of the action that failed.</summary>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        if (requestFailedException.Data[TransactionResponse.FailedEntity] is string index)
        {
            FailedTransactionActionIndex = int.Parse(index, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The place of the action that failed, from 0; null where the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}

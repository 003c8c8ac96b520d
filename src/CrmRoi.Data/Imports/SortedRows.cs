using CrmRoi.Metrics.Records;

namespace CrmRoi.Data;

/// <summary>Records of an import by what is to be done with them.</summary>
internal sealed class SortedRows<TRecord>
    where TRecord : Record
{
    /// <summary>They are not there yet.</summary>
    public List<RecordRow<TRecord>> Fresh { get; } = [];

    /// <summary>They seem to be there as others.</summary>
    public List<RecordRow<TRecord>> Changed { get; } = [];

    /// <summary>The same import has written them as others.</summary>
    public List<RecordRow<TRecord>> Rewritten { get; } = [];

    /// <summary>The ids that an earlier batch of the same import held already.</summary>
    public List<string> Repeated { get; } = [];

    /// <summary>How many are there as they are.</summary>
    public int Same { get; set; }
}

namespace CrmRoi.Data;

/// <summary>Takes the stored values of a row, column by column, without a box around each: a statement's parameters, a stream to a server, a hash.</summary>
public abstract class RowSink
{
    public abstract void Nothing(int column);

    public abstract void Text(int column, string value);

    public abstract void Number(int column, long value);

    public abstract void Flag(int column, bool value);

    public abstract void Amount(int column, decimal value);

    public abstract void Day(int column, DateOnly value);

    public abstract void Time(int column, DateTime value);
}

namespace CrmRoi.Data;

/// <summary>Hands out the stored values of a row, column by column, without a box around each: the other side of a <see cref="RowSink"/>.</summary>
public abstract class RowSource
{
    public abstract bool IsNothing(int column);

    public abstract string Text(int column);

    public abstract long Number(int column);

    public abstract bool Flag(int column);

    public abstract decimal Amount(int column);

    public abstract DateOnly Day(int column);

    public abstract DateTime Time(int column);
}

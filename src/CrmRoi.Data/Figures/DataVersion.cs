using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmRoi.Data;

/// <summary>Gives every state of the data a number of its own.</summary>
internal static class DataVersion
{
    // Every page asks for it: compiled once, it costs a third. A compiled query is of one model, and each database has its own.
    private static readonly ConditionalWeakTable<IModel, Func<CrmRoiContext, CancellationToken, Task<long>>> Reads = [];

    private static long last;

    /// <summary>A number that was not given before: the clock's, so that no other process gives it either.</summary>
    private static long Next(TimeProvider time)
    {
        var now = time.GetUtcNow().UtcTicks;
        while (true)
        {
            var before = Interlocked.Read(ref last);
            var next = Math.Max(now, before + 1);
            if (Interlocked.CompareExchange(ref last, next, before) == before)
            {
                return next;
            }
        }
    }

    /// <summary>Lets the next save of the context give the data another number.</summary>
    /// <param name="context">What is saved.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ofCube">Whether it changes what the cube is made of.</param>
    public static void Change(CrmRoiContext context, TimeProvider time, bool ofCube = true)
    {
        var state = context.ChangeTracker.Entries<DataState>().SingleOrDefault() ?? context.Attach(new DataState());
        state.Entity.Version = Next(time);
        state.Property(s => s.Version).IsModified = true;
        if (ofCube)
        {
            state.Entity.CubeVersion = state.Entity.Version;
            state.Property(s => s.CubeVersion).IsModified = true;
        }
    }

    /// <summary>Begins a change in the current transaction: until it ends, whoever else wants to change figures waits.</summary>
    public static Task ClaimAsync(CrmRoiContext context, CancellationToken cancellationToken) =>
        context.DataState.ExecuteUpdateAsync(set => set.SetProperty(state => state.Version, state => state.Version), cancellationToken);

    /// <summary>Reads the number of what the cube is made of, in its present state.</summary>
    public static Task<long> ReadOfCubeAsync(CrmRoiContext context, CancellationToken cancellationToken) =>
        context.DataState.AsNoTracking().Select(state => state.CubeVersion).SingleAsync(cancellationToken);

    /// <summary>Reads the number of the data's present state.</summary>
    public static Task<long> ReadAsync(CrmRoiContext context, CancellationToken cancellationToken) => Reads.GetValue(
        context.Model,
        _ => EF.CompileAsyncQuery((CrmRoiContext each, CancellationToken token) => each.DataState.AsNoTracking().Select(state => state.Version).Single()))(context, cancellationToken);
}

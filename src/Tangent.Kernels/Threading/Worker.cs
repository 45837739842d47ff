using System.Diagnostics;

namespace Tangent.Kernels;

/// <summary>A thread that takes part in the work it is offered, one piece of work at a time.</summary>
/// <remarks>
/// It looks out for work a while before it sleeps, because the next kernel often follows at once, or once the next graph
/// is planned, and a wake-up takes longer than a small one.
/// </remarks>
internal sealed class Worker
{
    private static readonly TimeSpan LookOut = TimeSpan.FromMicroseconds(300);
    private static readonly PartedWork Busy = new(0, 1, static (_, _) => { });

    private readonly object bed = new();
    private PartedWork? offered;
    private bool isAsleep;
    private int thread;
    private int avoided = ProcessorChoice.Unknown;

    public Worker(int index) =>
        new Thread(Run) { IsBackground = true, Name = $"Tangent worker {index + 1}" }.Start();

    /// <summary>Offers work; false if the thread has some.</summary>
    public bool TryOffer(PartedWork work)
    {
        if (Volatile.Read(ref offered) is not null)
            return false;
        work.Join();
        if (Interlocked.CompareExchange(ref offered, work, null) is not null)
        {
            work.Leave();
            return false;
        }
        if (Volatile.Read(ref isAsleep))
            Wake();
        return true;
    }

    /// <summary>Takes back the offer of this work, unless the thread has begun.</summary>
    public void Withdraw(PartedWork work)
    {
        if (Interlocked.CompareExchange(ref offered, null, work) == work)
            work.Leave();
    }

    // Schedulers tend to wake a thread on the processor of the one that wakes it, where it would wait for milliseconds.
    private void Wake()
    {
        int processor = ProcessorChoice.Current();
        if (processor != avoided && ProcessorChoice.Avoid(Volatile.Read(ref thread), processor))
            avoided = processor;
        lock (bed)
        {
            isAsleep = false;
            Monitor.Pulse(bed);
        }
    }

    private void Run()
    {
        thread = ProcessorChoice.CurrentThread();
        while (true)
        {
            if (!TryWork())
                Wait();
        }
    }

    // A method of its own: no local of a thread that sleeps may keep the last work's arrays alive.
    private bool TryWork()
    {
        PartedWork? work = Volatile.Read(ref offered);
        if (work is null || Interlocked.CompareExchange(ref offered, Busy, work) != work)
            return false;
        work.TakeParts();
        Volatile.Write(ref offered, null);
        work.Leave();
        return true;
    }

    private void Wait()
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < LookOut; Thread.SpinWait(8))
            if (Volatile.Read(ref offered) is not null)
                return;
        Volatile.Write(ref isAsleep, true);
        Interlocked.MemoryBarrier(); // whoever offers work now sees the line above, or is seen below
        if (Volatile.Read(ref offered) is null)
            Sleep();
        else
            Volatile.Write(ref isAsleep, false);
    }

    private void Sleep()
    {
        lock (bed)
        {
            while (isAsleep)
                Monitor.Wait(bed);
        }
    }
}

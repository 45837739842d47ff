using Tangent.Layers;

namespace Tangent;

/// <summary>Keeps other threads off a module while other arrays stand in its places.</summary>
internal sealed class Borrowing : IDisposable
{
    private readonly Module model;
    private readonly int before;

    /// <summary>This thread has the module.</summary>
    /// <exception cref="InvalidOperationException">Another thread has it.</exception>
    public Borrowing(string function, Module model)
    {
        this.model = model;
        int thread = Environment.CurrentManagedThreadId;
        before = Interlocked.CompareExchange(ref model.Borrowed, thread, 0);
        if (before != 0 && before != thread)
            throw new InvalidOperationException($"{function}: another thread is differentiating this {model.GetType().Name}; give each thread a copy of its own, by Clone.");
    }

    /// <inheritdoc/>
    public void Dispose() => Volatile.Write(ref model.Borrowed, before);
}

namespace Tangent;

/// <summary>The print options in force, and a scope that puts the earlier ones back when it is disposed.</summary>
internal sealed class PrintScope : IDisposable
{
    private static readonly AsyncLocal<PrintScope?> Innermost = new();
    private static PrintOptions shared = new();

    private readonly PrintScope? outer;
    private PrintOptions options;

    private PrintScope(PrintOptions options)
    {
        this.options = options;
        outer = Innermost.Value;
    }

    /// <summary>The options of the innermost open scope of this control flow; outside of any, those of the process.</summary>
    public static PrintOptions Current
    {
        get => Innermost.Value?.options ?? Volatile.Read(ref shared);
        set
        {
            if (Innermost.Value is PrintScope scope)
                scope.options = value;
            else
                Volatile.Write(ref shared, value);
        }
    }

    /// <summary>Opens a scope.</summary>
    public static PrintScope Open(PrintOptions options) => Innermost.Value = new PrintScope(options);

    /// <inheritdoc/>
    public void Dispose() => Innermost.Value = outer;
}

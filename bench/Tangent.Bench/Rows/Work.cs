namespace Tangent.Bench;

/// <summary>What one call cannot do without: from it follow the rate and the limit.</summary>
internal sealed record Work
{
    /// <summary>Float32 operations; float64 ones count twice.</summary>
    public double Operations { get; init; }

    /// <summary>Bytes read, each once.</summary>
    public double Read { get; init; }

    /// <summary>Bytes written, each once.</summary>
    public double Written { get; init; }

    /// <summary>Numbers made, where their count says more than their bytes.</summary>
    public double Elements { get; init; }

    /// <summary>True if what is read comes from memory, however little it is: each call reads something else.</summary>
    public bool IsFromMemory { get; init; }

    public double Bytes => Read + Written;

    /// <summary>A product of an m×k and a k×n matrix of float32.</summary>
    public static Work Product(double m, double n, double k) => new() { Operations = 2 * m * n * k, Read = 4 * (m * k + k * n), Written = 4 * m * n };

    /// <summary>A pass over memory.</summary>
    public static Work Moving(double read, double written) => new() { Read = read, Written = written };
}

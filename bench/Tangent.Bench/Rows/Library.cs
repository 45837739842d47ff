namespace Tangent.Bench;

/// <summary>Who does the work that Tangent is measured against.</summary>
internal enum Library
{
    /// <summary>Tangent itself: other work of its own.</summary>
    Tangent,

    /// <summary>Tangent as another build of this program has it.</summary>
    Before,

    /// <summary>libtorch by way of TorchSharp.</summary>
    TorchSharp,

    /// <summary>The system's OpenBLAS, and its LAPACK.</summary>
    OpenBlas,

    /// <summary>The system's FFTW.</summary>
    Fftw,
}

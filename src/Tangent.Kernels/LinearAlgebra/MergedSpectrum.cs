using System.Numerics;

namespace Tangent.Kernels;

/// <summary>
/// The values of a whole made of two halves, and what its vectors are made of: the rows that were solved for come first, then the deflated.
/// Of squares, values are singular ones and vectors the right ones.
/// </summary>
internal readonly unsafe ref struct MergedSpectrum : IDisposable
{
    /// <summary>Sizes below all of whose numbers are zero for a matrix of size 1, and whose squares are not.</summary>
    public const double Negligible = 1e-140;

    /// <summary>Halves of smaller matrices are done one after the other.</summary>
    public const int LeastForThreads = 128;

    // Elements that are worth another thread.
    private const long WorthAThread = 16 * 1024;

    private readonly Deflation deflation;
    private readonly SecularEquation equation;
    private readonly double[] scales;

    /// <summary>Solves for what was kept, to some <paramref name="precision"/> of the roots: vectors are orthogonal whatever it is.</summary>
    public MergedSpectrum(Deflation deflation, bool squares, double precision)
    {
        this.deflation = deflation;
        int count = deflation.Kept.Count, size = deflation.D.Length;
        using var poles = new Scratch<double>(2L * count);
        double* d = poles.Pointer, z = d + count;
        for (int k = 0; k < count; k++)
            (d[k], z[k]) = (deflation.D[deflation.Kept[k]], deflation.Z[deflation.Kept[k]]);
        equation = new(count, d, z, squares, precision);
        scales = new double[count];
        MakeRows(equation.Weights, equation.Distances(0), count, scales);
        Values = new double[size];
        for (int j = 0; j < size; j++)
            Values[j] = j < count ? equation.Roots[j] : deflation.D[deflation.Deflated[j - count]];
        int[] order = Deflation.Order(Values);
        Positions = new int[size];
        for (int i = 0; i < size; i++)
            Positions[order[i]] = i;
    }

    public double[] Values { get; }

    /// <summary>The place of each value among all, in ascending order.</summary>
    public int[] Positions { get; }

    /// <summary>What vector j is made of, by the rows that were kept, not of length 1.</summary>
    public double* Row(long j) => equation.Distances(j);

    /// <summary>What makes vector j one of length 1.</summary>
    public double Scale(long j) => scales[j];

    /// <summary>What left vector j is made of instead, in place of the row, and what makes it one of length 1.</summary>
    public double MakeLeft(long j)
    {
        double* row = Row(j);
        row[0] = -1;
        for (int k = 1; k < scales.Length; k++)
            row[k] *= deflation.D[deflation.Kept[k]];
        return 1 / Math.Sqrt(RealField<double>.Dot(row, row, scales.Length));
    }

    /// <summary>From an element of each vector of the halves, that of the vectors of the whole, in ascending order of the values.</summary>
    public void Combine(double[] elements, double* target)
    {
        foreach (RowRotation rotation in deflation.Rotations)
        {
            double x = elements[rotation.First], y = elements[rotation.Second];
            (elements[rotation.First], elements[rotation.Second]) = (rotation.C * x + rotation.S * y, rotation.C * y - rotation.S * x);
        }
        int count = deflation.Kept.Count;
        using var kept = new Scratch<double>(count);
        for (int k = 0; k < count; k++)
            kept.Pointer[k] = elements[deflation.Kept[k]];
        for (int j = 0; j < count; j++)
            target[Positions[j]] = scales[j] * RealField<double>.Dot(Row(j), kept.Pointer, count);
        for (int i = 0; i < deflation.Deflated.Count; i++)
            target[Positions[count + i]] = elements[deflation.Deflated[i]];
    }

    public void Dispose() => equation.Dispose();

    private static void MakeRows(double* weights, double* rows, int count, double[] scales) =>
        Workers.For(count, Math.Max(1, WorthAThread / Math.Max(1, count)), (start, end) =>
        {
            for (long j = start; j < end; j++)
            {
                double* row = rows + j * count;
                int i = 0;
                for (; i <= count - Vector<double>.Count; i += Vector<double>.Count)
                    Vector.Store(Vector.Load(weights + i) / Vector.Load(row + i), row + i);
                for (; i < count; i++)
                    row[i] = weights[i] / row[i];
                scales[j] = 1 / Math.Sqrt(RealField<double>.Dot(row, row, count));
            }
        });
}

namespace Tangent.Kernels;

/// <summary>Work on rows of numbers for which there are no vector instructions worth writing.</summary>
internal static unsafe class FieldRows<T, TField>
    where T : unmanaged
    where TField : IField<T>
{
    /// <inheritdoc cref="IField{T}.DivideRow"/>
    public static void Divide(T* x, T divisor, int count)
    {
        for (int i = 0; i < count; i++)
            x[i] = TField.Divide(x[i], divisor);
    }

    /// <inheritdoc cref="IField{T}.Largest"/>
    public static int Largest(T* x, int count)
    {
        int best = 0;
        double largest = -1;
        for (int i = 0; i < count; i++)
        {
            double magnitude = TField.Magnitude(x[i]);
            if (magnitude > largest)
                (best, largest) = (i, magnitude);
        }
        return best;
    }
}

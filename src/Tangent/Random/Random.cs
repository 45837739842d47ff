namespace Tangent;

public static partial class Mx
{
    /// <summary>
    /// Random numbers. Every function is a deterministic function of a key; without one it takes the next key of the
    /// <see cref="Scope"/> that is open or of the program's own sequence, which <see cref="Seed"/> starts anew. The numbers for a
    /// key are those of MLX.
    /// </summary>
    public static partial class Random
    {
        /// <summary>A key for a seed: uint32[2].</summary>
        [Mlx("core.random.key")]
        public static NDArray Key(ulong seed) => NDArray.Copy<uint>([(uint)(seed >> 32), (uint)seed], DType.UInt32, 2);

        /// <summary>Starts the program's own sequence of keys.</summary>
        [Mlx("core.random.seed")]
        public static void Seed(ulong seed) => GlobalKey.Reset(Key(seed));

        /// <summary>
        /// Until the result is disposed, draws without a key take keys that are split off from <paramref name="key"/>, one after the
        /// other, in this flow of control. Under <see cref="Vmap(Func{NDArray[], NDArray[]}, int?[], int?[])"/> each example gets a key
        /// of its own, each call of a compiled function the next one, and a checkpointed function draws the same numbers again.
        /// </summary>
        /// <param name="key">uint32[2]; inside a transform it may depend on the arguments.</param>
        /// <exception cref="ArgumentException">It is no key.</exception>
        public static IDisposable Scope(NDArray key) => KeyScope.Open(key);

        /// <summary>Independent keys made from one: uint32[num, 2].</summary>
        [Mlx("core.random.split")]
        public static NDArray Split(NDArray key, int num = 2) => RandomBits.Of(key, (num, 2));
    }
}

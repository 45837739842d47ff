using System.Reflection;

namespace Tangent.Kernels;

/// <summary>The methods of one type of lanes that emitted code calls.</summary>
internal sealed class LaneMethods
{
    private unsafe delegate V Loading<V, T>(T* source) where T : unmanaged;

    private unsafe delegate void Storing<V, T>(V x, T* destination) where T : unmanaged;

    private LaneMethods(Type vector) => Vector = vector;

    /// <summary>The type of the lanes.</summary>
    public Type Vector { get; }

    public required MethodInfo Load { get; init; }

    public required MethodInfo Store { get; init; }

    public required MethodInfo Stream { get; init; }

    public required MethodInfo Broadcast { get; init; }

    public required MethodInfo Select { get; init; }

    /// <summary>Finds the methods of <typeparamref name="V"/>.</summary>
    public static unsafe LaneMethods Of<V, T>()
        where V : unmanaged, ILanes<V, T>
        where T : unmanaged => new(typeof(V))
        {
            Load = new Loading<V, T>(V.Load).Method,
            Store = new Storing<V, T>(V.Store).Method,
            Stream = new Storing<V, T>(V.Stream).Method,
            Broadcast = new Func<T, V>(V.Broadcast).Method,
            Select = new Func<V, V, V, V>(V.Select).Method,
        };
}

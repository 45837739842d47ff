namespace Tangent.Layers;

/// <summary>
/// Keys and values of what an attention layer has seen, so that a model that generates computes those of the newest places alone. There is one
/// for each layer. Room grows by doubling, and what is new is written in place.
/// </summary>
public sealed class KeyValueCache
{
    private const int LeastRoom = 64;

    private NDArray? keys;
    private NDArray? values;

    /// <summary>How many places it holds: the place of the next.</summary>
    public int Offset { get; private set; }

    /// <summary>The keys so far [batch, heads, places, depth]; null where there are none yet.</summary>
    public NDArray? Keys => keys is null ? null : Held(keys);

    /// <summary>The values so far [batch, heads, places, width]; null where there are none yet.</summary>
    public NDArray? Values => values is null ? null : Held(values);

    /// <summary>Adds the newest places behind the others.</summary>
    /// <param name="newKeys">[batch, heads, places, depth].</param>
    /// <param name="newValues">[batch, heads, places, width].</param>
    /// <returns>All keys and values.</returns>
    /// <exception cref="ArgumentException">Shapes or types are not those of what it holds.</exception>
    /// <exception cref="InvalidOperationException">A transform is in progress, which would be left behind in the cache.</exception>
    public (NDArray Keys, NDArray Values) Add(NDArray newKeys, NDArray newValues)
    {
        Require(newKeys, keys);
        Require(newValues, values);
        if (newKeys.Shape[2] != newValues.Shape[2])
            throw new ArgumentException($"KeyValueCache: newKeys has shape {newKeys.Shape} and newValues {newValues.Shape}; they must have the same places.", nameof(newValues));
        if (newKeys.Node.DependsOnPlaceholder || newKeys.Node.IsTraced)
            throw new InvalidOperationException("KeyValueCache: inside a transform what it adds would outlive the transform; generate outside of Grad, Vmap and Compile.");
        int end = checked(Offset + newKeys.Shape[2]);
        keys = Put(keys, newKeys, end);
        values = Put(values, newValues, end);
        Offset = end;
        return (Held(keys), Held(values));
    }

    /// <summary>Forgets the newest places, as many as are said.</summary>
    /// <param name="count">From 0 to <see cref="Offset"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public void Trim(int count)
    {
        if (count < 0 || count > Offset)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"KeyValueCache: {count} of {Offset} places cannot be forgotten.");
        Offset -= count;
    }

    /// <summary>A cache that holds the same and goes on by itself.</summary>
    public KeyValueCache Copy() => new() { keys = keys?.Share(), values = values?.Share(), Offset = Offset };

    private NDArray Held(NDArray room) => room.Shape[2] == Offset ? room.Share() : room[.., .., ..Offset];

    private NDArray Put(NDArray? room, NDArray newest, int end)
    {
        if (room is null || room.Shape[2] < end)
            room = Grown(room, newest, Math.Max(LeastRoom, (int)Math.Min(int.MaxValue, 2L * end)));
        room[.., .., Offset..end] = newest;
        return room;
    }

    private NDArray Grown(NDArray? room, NDArray like, int places)
    {
        NDArray grown = Mx.Zeros((like.Shape[0], like.Shape[1], places, like.Shape[3]), like.DType);
        if (room is not null && Offset > 0)
            grown[.., .., ..Offset] = room[.., .., ..Offset];
        return grown;
    }

    private static void Require(NDArray newest, NDArray? room, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(newest))] string name = "")
    {
        Arguments.RequireAxes("KeyValueCache", newest, 4, 4, "[batch, heads, places, depth]", name);
        if (room is not null && (newest.DType != room.DType || newest.Shape[0] != room.Shape[0] || newest.Shape[1] != room.Shape[1] || newest.Shape[3] != room.Shape[3]))
            throw new ArgumentException($"KeyValueCache: {name} is {newest.DType.Name()}{newest.Shape}; it holds {room.DType.Name()}{room.Shape}, of which places alone may differ.", name);
    }
}

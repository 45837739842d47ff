using System.Collections.Immutable;
using Tangent;

namespace TreeForms;

/// <summary>What a program may use as a tree.</summary>
internal static partial class Forms
{
    /// <summary>The forms.</summary>
    public static Form[] All { get; } =
    [
        new Form<NDArray>("an array", next => next()),
        new Form<ValueTuple<NDArray>>("a tuple of one", next => new(next())),
        new Form<(NDArray, NDArray)>("a tuple of two", next => (next(), next())),
        new Form<(NDArray, NDArray, NDArray)>("a tuple of three", next => (next(), next(), next())),
        new Form<(NDArray, NDArray, NDArray, NDArray)>("a tuple of four", next => (next(), next(), next(), next())),
        new Form<(NDArray, NDArray, NDArray, NDArray, NDArray)>("a tuple of five", next => (next(), next(), next(), next(), next())),
        new Form<(NDArray, NDArray, NDArray, NDArray, NDArray, NDArray)>("a tuple of six", next => (next(), next(), next(), next(), next(), next())),
        new Form<(NDArray, NDArray, NDArray, NDArray, NDArray, NDArray, NDArray)>("a tuple of seven", next => (next(), next(), next(), next(), next(), next(), next())),
        new Form<(NDArray, NDArray, NDArray, NDArray, NDArray, NDArray, NDArray, NDArray, (NDArray, int))>("a tuple of nine", next => (next(), next(), next(), next(), next(), next(), next(), next(), (next(), 9))),
        new Form<Tuple<NDArray, Tuple<NDArray, string>>>("tuples that are objects, as F# has them", next => new(next(), new(next(), "two"))),
        new Form<(NDArray, NDArray)?>("a tuple that may be missing", next => (next(), next())),
        new Form<(NDArray, int, string)>("a tuple with settings", next => (next(), 3, "three")),
        new Form<((NDArray, NDArray), NDArray[])>("a tuple of a tuple and an array", next => ((next(), next()), [next(), next()])),
        new Form<List<List<NDArray>>>("lists in a list", next => [[next(), next()], [], [next()]]),
        new Form<List<(NDArray, NDArray)>>("a list of tuples", next => [(next(), next()), (next(), next())]),
        new Form<IReadOnlyList<NDArray>>("a list behind an interface", next => [next(), next()]),
        new Form<ImmutableArray<NDArray>>("an immutable array", next => [next(), next()]),
        new Form<(Dictionary<string, NDArray>, NDArray)>("a dictionary beside an array", next => (new() { ["weight"] = next(), ["bias"] = next() }, next())),
        new Form<Dictionary<string, List<(NDArray, NDArray)>>>("a dictionary of lists of tuples", next => new() { ["layers"] = [(next(), next())], ["head"] = [] }),
        new Form<IReadOnlyDictionary<string, NDArray>>("a dictionary behind an interface", next => new Dictionary<string, NDArray> { ["weight"] = next() }),
        new Form<Spring>("a record with an empty place and a setting", next => new(next(), null, 0.5)),
        new Form<Model>("a class of records", next => new(new(next(), next()), [new(next(), null)]) { Scale = next() }),
        new Form<Pair<(NDArray, NDArray)>>("a generic record of tuples", next => new((next(), next()), (next(), next())) { Rest = [(next(), next())] }),
        new Form<Point>("a record struct", next => new(next(), next())),
        new Form<(Point, Pair<List<Spring>>)>("a tuple of a struct and a generic record of lists", next => (new(next(), next()), new([new(next(), next(), 1)], []))),
        new Form<List<Hidden>>("a list of a private type", next => [new(next()), new(next())]),
        new Form<Line>("a tree written by hand", next => new(next(), next())),
    ];

    [Tree]
    private sealed partial record Hidden(NDArray Weight);
}

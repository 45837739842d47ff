using static Tangent.PrimitiveForm;

namespace Tangent;

// What reads or writes at places that are data.
internal static partial class PrimitiveTable
{
    private static Dictionary<string, PrimitiveForm> Selecting() => new()
    {
        ["Gather"] = Of(p => new Gather(p.Axes("Axes"), p.Shape("SliceSizes"), p.Flag("Clamp")), Gathered),
        ["PutAlongAxis"] = Of(p => new PutAlongAxis(p.ScatterMode("Mode"), p.Integer("Axis"), p.Flag("Clamp")), Put),
        ["Scatter"] = Of(p => new Scatter(p.ScatterMode("Mode"), p.Axes("Axes"), p.Flag("Clamp")), Scattered),
        ["SliceStarts"] = Of(p => new SliceStarts(p.Text("Function"), p.Shape("Shape"), p.Axes("Axes"), p.Shape("Sizes")), Starts),
        ["TakeAlongAxis"] = Of(p => new TakeAlongAxis(p.Integer("Axis"), p.Flag("Clamp")), Taken),
    };

    private static void Gathered(Gather gather, Node[] x)
    {
        Shape source = x[0].Shape;
        InputRules.Indices(x.AsSpan(1), gather.Axes.Count);
        InputRules.Axes(gather.Axes, source.Rank);
        InputRules.Require(gather.SliceSizes.Rank == source.Rank && IsWithin(gather.SliceSizes, source), "its slices are larger than its input");
        InputRules.Require(gather.Infer(x).Shape.Size > 0, "it selects nothing");
    }

    private static void Scattered(Scatter scatter, Node[] x)
    {
        InputRules.Indices(x.AsSpan()[1..^1], scatter.Axes.Count);
        InputRules.Axes(scatter.Axes, x[0].Shape.Rank);
        InputRules.Require(x[0].Shape.Size > 0 && x[^1].Shape.Size > 0, "it writes nothing");
    }

    private static void Taken(TakeAlongAxis take, Node[] x)
    {
        InputRules.Count(x, 2);
        Along(take.Axis, x);
    }

    private static void Put(PutAlongAxis put, Node[] x)
    {
        InputRules.Count(x, 3);
        Along(put.Axis, x);
    }

    private static void Along(int axis, Node[] x)
    {
        InputRules.Indices(x.AsSpan(1, 1), 1);
        InputRules.Axis(x[..1], axis);
        InputRules.Require(x[1].Shape.Rank == x[0].Shape.Rank && x[0].Shape.With(axis, 0) == x[1].Shape.With(axis, 0), "its indices do not fit its input");
        InputRules.Require(x[0].Shape.Size > 0 && x[1].Shape.Size > 0, "it selects nothing");
    }

    private static void Starts(SliceStarts starts, Node[] x)
    {
        InputRules.Count(x, 1);
        InputRules.Type(x[0], DType.Int64);
        InputRules.Axes(starts.Axes, starts.Shape.Rank);
        InputRules.Require(starts.Sizes.Rank == starts.Shape.Rank && IsWithin(starts.Sizes, starts.Shape), "its slices are larger than the array");
        InputRules.Require(x[0].Shape.Rank > 0 && x[0].Shape[^1] == starts.Axes.Count, "it has another number of starts than of axes");
    }

    private static bool IsWithin(Shape part, Shape whole) => part.Zip(whole).All(lengths => lengths.First <= lengths.Second);
}

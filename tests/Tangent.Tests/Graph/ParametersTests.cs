using System.Reflection;
using Tangent.Kernels;
using Xunit;

namespace Tangent.Tests.Graph;

/// <summary>Every primitive and every kernel lists the parameters of its constructor, by their names and in their order.</summary>
public class ParametersTests
{
    // A primitive's function, the rules of the user and open files are no data.
    private static readonly Type[] NoData = [typeof(Closure), typeof(CustomRules), typeof(EffectOrder), typeof(ByteSource)];

    private static readonly Program Body = Program.Identity(DType.Float32);

    // What a constructor may ask for.
    internal static readonly Dictionary<Type, object> Values = new()
    {
        [typeof(int)] = 3,
        [typeof(long)] = 1L << 40,
        [typeof(RegionCoding)] = RegionCoding.Swap4,
        [typeof(double)] = 0.5,
        [typeof(double?)] = 0.25,
        [typeof(LinearSolver)] = LinearSolver.Dense,
        [typeof(bool)] = true,
        [typeof(ulong)] = 7ul,
        [typeof(string)] = "Text",
        [typeof(DType)] = DType.Float64,
        [typeof(Shape)] = new Shape([2, 5]),
        [typeof(Axes)] = new Axes([1, 4]),
        [typeof(PerAxis)] = (PerAxis)(3, 4),
        [typeof(PoolWindow)] = new PoolWindow((2, 3), 1, 0),
        [typeof(BlockMasks)] = BlockMasks.Output | BlockMasks.Right,
        [typeof(PoolOp)] = PoolOp.Mean,
        [typeof(int[])] = new[] { 6, 8 },
        [typeof(Region)] = Region.Full(new Shape([9])),
        [typeof(ScanDirection)] = new ScanDirection(1, true, false),
        [typeof(AttentionInputs)] = AttentionInputs.Mask,
        [typeof(FoldOp)] = FoldOp.Maximum,
        [typeof(ScanOp)] = ScanOp.Product,
        [typeof(FourierDirection)] = FourierDirection.ToReal,
        [typeof(ScatterMode)] = ScatterMode.Add,
        [typeof(QuantizationMode)] = QuantizationMode.Affine,
        [typeof(SliceView)] = new SliceView([1], [2], [3], []),
        [typeof(Program)] = Body,
        [typeof(ArraySpec[])] = new[] { new ArraySpec(new Shape([2]), DType.Float32) },
        [typeof(DType[])] = new[] { DType.Float32 },
        [typeof(RowInput[])] = new[] { RowInput.Row },
        [typeof(RowStage[])] = new[] { new RowStage(Body, [0], [1], false) },
    };

    public static TheoryData<string> Names => [.. Records.Select(type => type.Name)];

    private static IEnumerable<Type> Records => new[] { typeof(Primitive), typeof(Kernel) }
        .SelectMany(parent => parent.Assembly.GetTypes().Where(type => type.IsSubclassOf(parent) && !type.IsAbstract));

    [Theory, MemberData(nameof(Names))]
    public void EveryParameterIsListed(string name)
    {
        Type type = Records.Single(record => record.Name == name);
        ConstructorInfo constructor = Primary(type);
        ParameterInfo[] expected = constructor.GetParameters();
        object record = constructor.Invoke([.. expected.Select(parameter => Values.GetValueOrDefault(parameter.ParameterType))]);
        Parameter[] listed = record is Primitive primitive ? primitive.Parameters : ((Kernel)record).Parameters;
        ParameterInfo[] data = [.. expected.Where(IsData)];
        Assert.Equal(data.Select(parameter => parameter.Name), listed.Select(parameter => parameter.Name));
        Assert.Equal(data.Select(parameter => Values[parameter.ParameterType]), listed.Select(parameter => parameter.Value));
    }

    [Fact]
    public void ThereAreAsManyAsThereShouldBe()
    {
        Assert.Contains(nameof(Slice), Names.Select(row => row.Data));
        Assert.Contains(nameof(RowWiseKernel), Names.Select(row => row.Data));
        Assert.True(Records.Count() > 100);
    }

    // Not the one that copies a record.
    internal static ConstructorInfo Primary(Type type) => type
        .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Single(constructor => constructor.GetParameters() is not [{ ParameterType: var only }] || only != type);

    private static bool IsData(ParameterInfo parameter) =>
        !NoData.Contains(parameter.ParameterType) && !parameter.ParameterType.IsSubclassOf(typeof(Delegate));
}

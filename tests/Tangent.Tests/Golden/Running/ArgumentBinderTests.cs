using Xunit;

namespace Tangent.Tests.Golden.Running;

public sealed class ArgumentBinderTests
{
    private static readonly Dictionary<string, GoldenValue> Nothing = [];

    [Fact]
    public void Takes_positional_named_and_default_arguments()
    {
        Assert.Equal("x/[0,2]/True/Float16", Call("named", [Text("x")],
            new() { ["axis"] = new GoldenValue.Integers([0, 2]), ["keep_dims"] = new GoldenValue.Truth(true), ["dtype"] = new GoldenValue.ElementType(DType.Float16) }));
        Assert.Equal("x/[-1]/False/", Call("named", [Text("x"), Integer(-1)], Nothing));
        Assert.Equal("x//False/", Call("named", [Text("x"), new GoldenValue.None()], Nothing));
    }

    [Fact]
    public void Refuses_unknown_names_and_surplus_or_missing_arguments()
    {
        Assert.Null(Call("named", [Text("x")], new() { ["other"] = Integer(1) }));
        Assert.Null(Call("named", [Text("x"), Integer(1), new GoldenValue.Truth(true), new GoldenValue.None(), Integer(1)], Nothing));
        Assert.Null(Call("named", [], Nothing));
    }

    [Fact]
    public void Chooses_the_nearest_overload()
    {
        Assert.Equal("int 3", Call("overloaded", [Integer(3)], Nothing));
        Assert.Equal("double 3.5", Call("overloaded", [new GoldenValue.Real(3.5)], Nothing));
        Assert.Equal("double 2 3.5", Call("overloaded", [Integer(2), new GoldenValue.Real(3.5)], Nothing));
        Assert.Equal("text", Call("overloaded", [Text("3")], Nothing));
        Assert.Null(Call("overloaded", [new GoldenValue.Truth(true)], Nothing));
    }

    [Fact]
    public void Spreads_arguments_over_params_and_takes_a_list_for_them()
    {
        Assert.Equal("1,2,3", Call("spread", [Integer(1), Integer(2), Integer(3)], Nothing));
        Assert.Equal("1,2", Call("spread", [new GoldenValue.Integers([1, 2])], Nothing));
        Assert.Equal("", Call("spread", [], Nothing));
    }

    [Fact]
    public void Makes_lists_tuples_shapes_and_enumerations()
    {
        Assert.Equal("[2,3] 4,5 6 SignedInteger", Call("composed",
        [
            new GoldenValue.Integers([2, 3]),
            new GoldenValue.Sequence([new GoldenValue.Integers([4, 5]), Integer(6)]),
            Text("signed_integer"),
        ], Nothing));
    }

    [Fact]
    public void Turns_scalars_into_weak_arrays()
    {
        var result = Assert.IsType<NDArray>(Call("array", [new GoldenValue.Real(0.5)], Nothing));
        Assert.NotNull(result.Literal);
        Assert.Equal(0.5f, result.Item<float>());
    }

    [Fact]
    public void Binds_the_receiver_of_an_instance_member_and_its_element_type()
    {
        var array = GoldenArrays.Of(DType.Int64, [], 7L);
        Func<object?>? call = new ArgumentBinder(new ArgumentConverter(GoldenBuffers.Array))
            .Bind(MlxMembers.Find("core.array.item"), [array], Nothing);
        Assert.Equal(7L, call!());
    }

    private static GoldenValue.Integer Integer(int value) => new(value);

    private static GoldenValue.Text Text(string value) => new(value);

    private static object? Call(string name, GoldenValue[] positional, Dictionary<string, GoldenValue> named) =>
        new ArgumentBinder(new ArgumentConverter(GoldenBuffers.Array)).Bind(MlxMembers.Find("sample." + name), positional, named)?.Invoke();
}

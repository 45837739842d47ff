using Microsoft.CodeAnalysis;
using Tangent.Generators;
using Xunit;

namespace Tangent.Tests.Generators;

/// <summary>What the generator writes compiles without a warning, and what it cannot write it says.</summary>
public class TreeGeneratorTests
{
    public static TheoryData<string, string> Mistakes => new()
    {
        { "[Tree] record R(NDArray A);", "TN001: R must be partial: the generator writes ITree.Accept into it" },
        { "class Outer { [Tree] partial record R(NDArray A); }", "TN009: Outer must be partial, because R is nested in it" },
        { "[Tree] partial record R(HashSet<NDArray> A);", "TN003: R.A is of type HashSet<NDArray>, which may hold arrays that no transform can see: hold them in a List, an array, a Dictionary by string or a tuple, or mark the member [Static]" },
        { "[Tree] partial record R(Lazy<NDArray> A);", "TN003: R.A is of type Lazy<NDArray>" },
        { "[Tree] partial record R(Dictionary<int, NDArray> A);", "TN003: R.A is of type Dictionary<int, NDArray>" },
        { "[Tree] partial record R(NDArray[,] A);", "TN003: R.A is of type NDArray[,]" },
        { "[Tree] partial record R(object A);", "TN003: R.A is of type object" },
        { "record Plain(NDArray A); [Tree] partial record R(Plain A);", "TN003: R.A is of type Plain, which may hold arrays that no transform can see: write [Tree] on Plain, or [Static] on the member" },
        { "record Inner(NDArray A); record Plain(Inner A); [Tree] partial record R(NDArray X, Plain A);", "TN003: R.A is of type Plain" },
        { "record Plain(NDArray A); [Tree] partial record R(List<Plain> A);", "TN003: R.A is of type List<Plain>" },
        { "interface IShape; [Tree] partial record R(IShape A);", "TN003: R.A is of type IShape" },
        { "[Tree] partial record R(NDArray A, NDArray a);", "TN004: R: A and a are both named 'a'; give one of them another name with [Key]" },
        { "[Tree] partial record R([property: Key(\"a.b\")] NDArray A);", "TN005: R.A: the name 'a.b' must not be empty, hold a dot, or be __metadata__" },
        { "class Config { public int A; } [Tree] partial record R(NDArray A, Config B);", "TN006: R.B is part of the form, and Config has no equality of values: a compiled function is planned again for each object" },
        { "[Tree] partial record R([property: Static] int[] A);", "TN006: R.A is part of the form, and int[] has no equality of values" },
        { "[Tree] partial record R([property: Buffer] int A);", "TN007: R.A holds no arrays, so it cannot be a [Buffer]" },
        { "[Tree] partial record B(NDArray A); record D(NDArray A, NDArray C) : B(A);", "TN010: D derives from the [Tree] type B: write [Tree] on it too, or the arrays that it adds are not seen" },
        { "class T : ITree { NDArray a = 1, b = 2; public object Accept(TreeVisitor v) { v.Array(\"a\", ref a!); return this; } }", "TN011: T.Accept does not visit b: visit it, mark it [Static], or write [Tree] in place of Accept" },
        { "[Tree] partial class C(NDArray w) { public NDArray Call(NDArray x) => x * w; }", "TN012: C holds on to the parameter w of its primary constructor, where no transform can see it: assign it to a property" },
    };

    public static TheoryData<string> Trees => new()
    {
        "[Tree] partial record R;",
        "[Tree] public sealed partial record R(NDArray A, NDArray? B, int C, string D, DType E, Func<NDArray, NDArray> F, Shape G, TimeSpan H, double I);",
        "[Tree] partial class C { NDArray a = 1; readonly NDArray b = 2; public NDArray P { get; } = 3; public NDArray Q { get; init; } = 4; public NDArray R { get; private set; } = 5; public NDArray Sum => a + b; static NDArray S = 6; const int T = 7; event Action? U; void V() => U?.Invoke(); }",
        "[Tree] partial struct S { public NDArray A; private NDArray? b; public NDArray? B => b; }",
        "[Tree] readonly partial record struct S(NDArray A, List<S?> B);",
        "[Tree] readonly partial struct S(NDArray a) { public NDArray A { get; } = a; readonly int b = 1; public int B => b; }",
        "namespace N.M { partial class Outer<T> { partial struct Inner { [Tree] private partial record R<U>(T A, List<U> B) where U : class; } } }",
        "[Tree] partial record B(NDArray A) { private NDArray hidden = 1; public NDArray Hidden => hidden; } [Tree] partial record D(NDArray A, NDArray C) : B(A);",
        "[Tree] partial record R(NDArray @class, NDArray @event);",
        "[Tree] partial record R((NDArray X, (int, NDArray) Y) A, Dictionary<string, List<NDArray[]>> B, IReadOnlyList<NDArray> C, System.Collections.Immutable.ImmutableArray<NDArray> D, Tuple<NDArray> E, int[] F, float[] G);",
        "record Config(int A, string B); [Tree] partial record R(NDArray A, Config B, List<Config>? C = null);",
        "[Tree] partial record Node(NDArray A, Node? Next, List<Node> Children);",
        "[Tree] partial class C(NDArray w) { public NDArray W { get; } = w; public NDArray Call(NDArray x) => x * W; }",
        "class T : ITree<T> { NDArray a = 1; [Static] NDArray b = 2; public T Accept(TreeVisitor v) { v.Array(\"a\", ref a!); return this; } public NDArray B => b; }",
        "static class P { public static object F(NDArray x) => Mx.ValueAndGrad((NDArray p) => (p, new { Loss = p, More = new[] { (p, 1) } }))(x); }",
        "static partial class P { [Tree] private partial record R(NDArray A); public static void F(NDArray x) { var f = Mx.Compile((List<(R, NDArray)> p) => p); f([]); } }",
        "file class Hidden; file static class P { static (NDArray, Hidden)? F() => null; }",
        "[System.Obsolete] record Old(NDArray A); static class P { static List<(NDArray, int)>? F<T>(Func<T, NDArray> f) => null; }",
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void AMistakeIsNamed(string program, string finding) =>
        Assert.Contains(Generated.From(program).Findings, found => found.StartsWith(finding, StringComparison.Ordinal));

    [Theory, MemberData(nameof(Trees))]
    public void WhatIsWrittenCompiles(string program)
    {
        Generated generated = Generated.From(program);
        string[] allowed = ["CS0612", "CS0169", "CS0414", "CS0067"];
        Assert.DoesNotContain(generated.Findings, found => !found.StartsWith("TN006: R.C", StringComparison.Ordinal));
        Assert.DoesNotContain(generated.Errors, error => !allowed.Any(id => error.StartsWith(id, StringComparison.Ordinal)));
    }

    [Fact]
    public void NamesAreInSnakeCase()
    {
        string sources = Generated.From("[Tree] partial record R(NDArray QueryProj, NDArray RMSNorm, NDArray W1, NDArray Wxh, [property: Key(\"Raw\")] NDArray Other) { NDArray _inner = 1; }").Sources;
        foreach (string name in new[] { "query_proj", "rms_norm", "w1", "wxh", "Raw", "inner" })
            Assert.Contains($"visitor.Array(\"{name}\", ", sources, StringComparison.Ordinal);
    }

    [Fact]
    public void ContainersThatTheCompilerInfersAreNamed()
    {
        string sources = Generated.From("static class P { public static void F(NDArray x) { Mx.Jvp(v => (v, (v, 1)), x, x); var list = new List<Dictionary<string, NDArray>>(); Mx.Vmap(((NDArray A, NDArray[] B) p) => p.A)((x, [x])); } }").Sources;
        foreach (string call in new[] { "Tuple<global::Tangent.NDArray, global::System.ValueTuple<global::Tangent.NDArray, int>>", "Tuple<global::Tangent.NDArray, int>", "Dictionary<global::Tangent.NDArray>", "List<global::System.Collections.Generic.Dictionary<string, global::Tangent.NDArray>>", "Tuple<global::Tangent.NDArray, global::Tangent.NDArray[]>", "List<global::Tangent.NDArray>" })
            Assert.Contains($"global::Tangent.TreeTypes.{call}();", sources, StringComparison.Ordinal);
    }

    [Fact]
    public void ATypeThatDerivesFromATreeIsRefusedWhereNobodyReadTheError()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Generated.From(
            "[Tree] partial record B(NDArray A); record D(NDArray A, NDArray C) : B(A); public static class P { public static void Run() => Mx.Eval<B>(new D(1, 2)); }").Run());
        Assert.StartsWith("D derives from a [Tree] type: write [Tree] on it too", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MembersOfBaseTypesAreSeen() => Generated.From(
        """
        [Tree] partial record B(NDArray A) { private readonly NDArray hidden = 3; public NDArray Hidden => hidden; }
        [Tree] partial record D(NDArray A, NDArray C) : B(A);
        public static class P
        {
            public static void Run()
            {
                B d = Trees.Map(x => x * 2, (B)new D(1, 2));
                if (d is not D { A: var a, C: var c } || (a.Item<int>(), c.Item<int>(), d.Hidden.Item<int>()) != (2, 4, 6))
                    throw new Exception($"{d}");
            }
        }
        """).Run();

    [Fact]
    public void NothingIsWrittenWhereThereIsNothing() => Assert.Equal("", Generated.From("class C { List<int> A = []; (int, string) B; }").Sources);

    [Fact]
    public void TypingElsewhereWritesNothingAgain()
    {
        Generated first = Generated.From("[Tree] partial record R(NDArray A, List<(NDArray, int)> B);");
        Generated second = first.And("class Other { int x; }");
        Assert.All(second.Reasons(TreeGenerator.TypesStep), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}"));
        Assert.All(second.Reasons(TreeGenerator.ContainersStep), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}"));
        Assert.Equal(first.Sources, second.Sources);
    }
}

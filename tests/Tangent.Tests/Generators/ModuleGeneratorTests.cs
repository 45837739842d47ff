using Microsoft.CodeAnalysis;
using Tangent.Generators;
using Xunit;

namespace Tangent.Tests.Generators;

/// <summary>What the generator writes for modules compiles without a warning and sees every member, also those of a base in another assembly; what it cannot write it says.</summary>
public class ModuleGeneratorTests
{
    private const string Using = "using Tangent.Layers; ";

    public static TheoryData<string, string> Mistakes => new()
    {
        { "class M : Module { public NDArray W { get; set; } = 1; }", "TN001: M must be partial: the generator writes into it what goes through its members" },
        { "class M : Linear { public M() : base(1, 1) { } NDArray extra = 1; }", "TN001: M must be partial" },
        { "abstract class M : Module { }", "TN001: M must be partial" },
        { "partial class M : Module { HashSet<Linear> A = []; }", "TN003: M.A is of type HashSet<Linear>, which may hold arrays that no transform can see" },
        { "partial class M : Module { Lazy<NDArray>? A; }", "TN003: M.A is of type Lazy<NDArray>" },
        { "partial class M : Module { Dictionary<int, Linear> A = []; }", "TN003: M.A is of type Dictionary<int, Linear>" },
        { "partial class M : Module { object? A; }", "TN003: M.A is of type object" },
        { "partial class M : Module { NDArray A = 1, a = 2; }", "TN004: M: A and a are both named 'a'" },
        { "partial class B : Module { protected NDArray A = 1; } partial class M : B { NDArray a = 2; }", "TN004: M: A and a are both named 'a'" },
        { "partial class M : Module { [Key(\"a.b\")] NDArray A = 1; }", "TN005: M.A: the name 'a.b' must not be empty, hold a dot, or be __metadata__" },
        { "class Config { public int A; } partial class M : Module { Config B = new(); }", "TN006: M.B is part of the form, and Config has no equality of values" },
        { "partial class M : Module { [Buffer] int A; }", "TN007: M.A holds no arrays, so it cannot be a [Buffer]" },
        { "[Tree] partial class M : Module { NDArray A = 1; }", "TN008: M derives from Module, which is a tree already: remove [Tree]" },
        { "class Outer { partial class M : Module { NDArray A = 1; } }", "TN009: Outer must be partial, because M is nested in it" },
        { "partial class M(NDArray w) : Unary { public override NDArray Call(NDArray x) => x * w; }", "TN012: M holds on to the parameter w of its primary constructor" },
        { "partial class M(Unary inner) : Unary { public override NDArray Call(NDArray x) => inner.Call(x); }", "TN012: M holds on to the parameter inner of its primary constructor" },
    };

    public static TheoryData<string> Modules => new()
    {
        "partial class M : Module;",
        "partial class M : Module { public NDArray A { get; set; } = 1; NDArray? b = null; readonly NDArray c = 2; public NDArray D { get; } = 3; public NDArray? B => b ?? c; }",
        "partial class M : Module { public Linear A { get; } = new(1, 1); public Linear[] B { get; } = []; List<Module> c = []; Dictionary<string, Unary> d = []; (NDArray, Linear)? e = null; IReadOnlyList<NDArray> f = []; public object G => (c, d, e, f); }",
        "partial class M : Module { public double A { get; set; } = 1; public float? B = null; int[] c = []; double[] d = []; Func<NDArray, NDArray> e = Mx.Exp; string? f = null; DType g; [Static] NDArray h = 1; public object I => (c, d, e, f!, g, h); }",
        "partial class M : Module { [Buffer] NDArray A = 1; [Buffer] List<NDArray> B = []; [Buffer] Linear C = new(1, 1); [Key(\"Wxh\")] NDArray D = 1; public object E => (A, B, C, D); }",
        "partial class M(int input, double factor, Func<NDArray, NDArray> f) : Unary { public Linear First { get; } = new(input, input); public override NDArray Call(NDArray x) => f(First.Call(x)) * factor; }",
        "partial class M(int size) : Unary { public override NDArray Call(NDArray x) { int size = 2; return x * size; } public string Name => nameof(size); NDArray w = Mx.Ones(size); public NDArray W => w; }",
        "abstract partial class B<T> : Module where T : Module { public T? Inner { get; set; } protected NDArray A = 1; } sealed partial class M : B<Linear> { NDArray b = 1; public NDArray Sum => A + b; }",
        "namespace N { partial class Outer<T> { private partial class M : Unary { T? item; public override NDArray Call(NDArray x) => x; public T? Item => item; } } }",
        "partial class M : Linear { public M() : base(1, 1) { } NDArray extra = 1; public NDArray Extra => extra; }",
        "partial class M : Module { public NDArray A { get; set; } = 1; } partial class M { public NDArray B { get; set; } = 1; }",
        "partial class M : Module { [Tree] public partial record Pair(NDArray X, NDArray Y); public Pair Two { get; set; } = new(1, 2); }",
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void AMistakeIsNamed(string program, string finding) =>
        Assert.Contains(Generated.From(Using + program).Findings, found => found.StartsWith(finding, StringComparison.Ordinal));

    [Theory, MemberData(nameof(Modules))]
    public void WhatIsWrittenCompiles(string program)
    {
        Generated generated = Generated.From(Using + program);
        Assert.Empty(generated.Findings);
        Assert.DoesNotContain(generated.Errors, error => !error.StartsWith("CS8019", StringComparison.Ordinal) && !error.StartsWith("CS0649", StringComparison.Ordinal) && !error.StartsWith("CS9113", StringComparison.Ordinal));
    }

    [Fact]
    public void MembersOfABaseInAnotherAssemblyAreSeen() => Generated.From(Using + """
        public sealed partial class Scaled(double factor) : Linear(2, 3)
        {
            private readonly NDArray gain = Mx.Array([1f]);
            public override NDArray Call(NDArray x) => base.Call(x) * gain * factor;
        }
        public static class P
        {
            public static void Run()
            {
                var layer = new Scaled(2);
                if (string.Join(' ', layer.Parameters().Keys) != "weight bias gain")
                    throw new Exception(string.Join(' ', layer.Parameters().Keys));
                layer.Update(layer.Parameters().Map(array => array + 1));
                if (layer.Parameters()["gain"].ToArray<float>()[0] != 2 || layer.Clone().With(layer.Parameters().Map(array => array * 0)).Call(Mx.Ones((1, 2))).Sum().Item<float>() != 0)
                    throw new Exception("not replaced");
            }
        }
        """).Run();

    [Fact]
    public void WhatAMethodHoldsOnToIsPartOfTheForm() => Generated.From(Using + """
        public sealed partial class Scaled(double factor) : Unary
        {
            public override NDArray Call(NDArray x) => x * factor;
        }
        [Tree] public sealed partial class Shifted(int shift, NDArray w)
        {
            public NDArray W { get; } = w;
            public NDArray Call(NDArray x) => x * W + shift;
        }
        public static class P
        {
            public static void Run()
            {
                var scale = Mx.Compile((Scaled s, NDArray x) => s.Call(x));
                var shift = Mx.Compile((Shifted s, NDArray x) => s.Call(x));
                NDArray one = Mx.Array([1f]);
                if (scale(new(2), one).Item<float>() != 2 || scale(new(3), one).Item<float>() != 3 || shift(new(2, one), one).Item<float>() != 3 || shift(new(3, one), one).Item<float>() != 4)
                    throw new Exception("the plan of another");
            }
        }
        """).Run();

    [Fact]
    public void TypingElsewhereReadsNoModuleAgain()
    {
        Generated first = Generated.From(Using + "partial class M : Module { NDArray a = 1; }");
        Assert.All(first.And("class Other { }").Reasons(TreeGenerator.ModulesStep), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
    }
}

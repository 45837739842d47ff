using Tangent.Kernels;
using Xunit;
using Buffer = Tangent.Kernels.Buffer;

namespace Tangent.Tests.Devices;

/// <summary>The checking device refuses what is wrong: plans, kernels and executors with a fault each. It stands in for the device of the process.</summary>
[Collection("peak memory")]
public class CheckingDeviceTests
{
    private static readonly MapKernel Negation = new(Program.From([DType.Float32], Expr.Unary(ScalarOp.Negate, Expr.Input(0, DType.Float32))));

    private readonly CheckingDevice device = new(new CpuDevice());

    [Fact]
    public void ARightPlanRuns()
    {
        (Plan plan, PlanValue result) = PlanOf();
        BufferView?[] memory = Run(plan);
        Assert.Equal(Math.Exp(2), new NDArray(new Node(Plan.Find(result, memory)!))[0].Item<float>(), 1e-5);
        Assert.Equal(plan.Operations.Length, device.Runs);
    }

    [Fact]
    public void APlanDoesNotReleaseWhatIsStillRead()
    {
        (Plan plan, _) = PlanOf();
        Assert.True(plan.Operations[2].Dead.Remove(plan.Operations[0].Output));
        plan.Operations[1].Dead.Add(plan.Operations[0].Output);
        AssertRefused("lies in no memory", () => Run(plan));
    }

    [Fact]
    public void APlanDoesNotReadWhatIsMadeLater()
    {
        (Plan plan, _) = PlanOf();
        (plan.Operations[0], plan.Operations[1]) = (plan.Operations[1], plan.Operations[0]);
        AssertRefused("lies in no memory", () => Run(plan));
    }

    [Fact]
    public void WhatWasReleasedIsNotRead()
    {
        BufferView x = Fresh(2);
        device.Run(Negation, [Outside(2)], [x]);
        device.Release(x.Buffer);
        AssertRefused("input 0 was released", () => device.Run(Negation, [x], [Fresh(2)]));
        AssertRefused("an output was released", () => device.Run(Negation, [Outside(2)], [x]));
    }

    [Fact]
    public void NothingIsReleasedTwice()
    {
        Buffer buffer = device.Allocate(100);
        device.Release(buffer);
        AssertRefused("released before", () => device.Release(buffer));
    }

    [Fact]
    public void WhatIsOfOthersIsNotReleased() => AssertRefused("did not allocate", () => device.Release(Buffer.Allocate(100)));

    [Fact]
    public void WhatWasNeverWrittenIsNotRead() => AssertRefused("was never written", () => device.Run(Negation, [Fresh(2)], [Fresh(2)]));

    [Fact]
    public void MemoryFromOutsideCountsAsWritten() => device.Run(Negation, [BufferView.Allocate(DType.Float32, [3])], [Fresh(3)]);

    [Fact]
    public void APartThatWasNotWrittenIsNotRead()
    {
        BufferView whole = Fresh(4);
        BufferView half = whole.With(Layout.RowMajor([2]));
        device.Run(Negation, [Outside(2)], [half]);
        device.Run(Negation, [half], [Fresh(2)]);
        AssertRefused("was never written", () => device.Run(Negation, [whole], [Fresh(4)]));
    }

    [Fact]
    public void AKernelWritesAllOfItsOutput() =>
        AssertRefused("depends on what lay in its memory", () => Faulty((cpu, x, y) => { }));

    [Fact]
    public unsafe void AKernelDoesNotReadItsOutput() => AssertRefused("depends on what lay in its memory", () => Faulty((cpu, x, y) =>
    {
        float before = *(float*)y[0].Pointer;
        cpu.Run(Negation, x, y);
        *(float*)y[0].Pointer += before;
    }));

    [Fact]
    public void OutputsDoNotOverlapInputs()
    {
        BufferView x = Outside(4);
        AssertRefused("output 0 overlaps input 0", () => device.Run(Negation, [x], [x]));
        AssertRefused("output 0 overlaps input 0", () => device.Run(Negation, [x.With(new Layout([2], [1], 1))], [x.With(Layout.RowMajor([2]))]));
        device.Run(Negation, [x.With(new Layout([2], [1], 2))], [x.With(Layout.RowMajor([2]))]);
    }

    [Fact]
    public void OnlyTheFirstInputIsOverwritten()
    {
        var update = new SliceUpdateKernel(new SliceView([0], [1], [4], []), ScatterMode.Set);
        (BufferView x, BufferView part) = (Outside(4), Outside(4));
        device.Run(update, [x, part], [x]);
        AssertRefused("output 0 overlaps input 1", () => device.Run(update, [x, part], [part]));
    }

    [Fact]
    public void OutputsAreRowMajor() =>
        AssertRefused("not dense and row-major", () => device.Run(Negation, [Outside(2)], [Fresh(4).With(new Layout([2], [2], 0))]));

    [Fact]
    public void OutputsLieWithinTheirMemory() =>
        AssertRefused("not dense and row-major", () => device.Run(Negation, [Outside(5000)], [Fresh(4).With(Layout.RowMajor([5000]))]));

    [Theory]
    [InlineData(DType.Float32, 4, 5)]
    [InlineData(DType.Float64, 4, 4)]
    public void KernelsGetTheShapesAndTypesThatTheyAskFor(DType dtype, int inputs, int outputs) =>
        AssertRefused("does not make", () => device.Run(Negation, [BufferView.Allocate(dtype, [inputs])], [Fresh(outputs)]));

    [Fact]
    public void AProductGetsMatricesThatFit() => AssertRefused("does not make float32[2,2] of float32[2,3], float32[2,2]", () =>
        device.Run(new MatMulKernel(), [BufferView.Allocate(DType.Float32, [2, 3]), BufferView.Allocate(DType.Float32, [2, 2])], [device.Allocate(DType.Float32, Layout.RowMajor([2, 2]))]));

    private static void AssertRefused(string why, Action action) =>
        Assert.Contains(why, Assert.Throws<InvalidOperationException>(action).Message);

    // The exponentials of ones, sorted, times themselves: the first of three operations makes what the others read.
    private static (Plan Plan, PlanValue Result) PlanOf()
    {
        NDArray e = Mx.Exp(Mx.Ones(4).Eval());
        Node root = (Mx.Sort(e) * e).Node;
        PlanGraph graph = Decomposition.Of([root]);
        graph.Keep(root);
        return (Plan.Build(graph), graph[root]);
    }

    private static BufferView Outside(int length) => BufferView.Allocate(DType.Float32, [length]);

    private BufferView Fresh(int length) => device.Allocate(DType.Float32, Layout.RowMajor([length]));

    private static void Faulty(Action<IDevice, BufferView[], BufferView[]> run)
    {
        var faulty = new CheckingDevice(new FaultyDevice(run));
        faulty.Run(Negation, [Outside(4)], [faulty.Allocate(DType.Float32, Layout.RowMajor([4]))]);
    }

    private BufferView?[] Run(Plan plan)
    {
        IDevice before = Machine.Device;
        Machine.Device = device;
        try
        {
            BufferView?[] memory = plan.Memory();
            plan.Run(memory);
            return memory;
        }
        finally
        {
            Machine.Device = before;
        }
    }

    /// <summary>The processor, but for what it runs.</summary>
    private sealed class FaultyDevice(Action<IDevice, BufferView[], BufferView[]> run) : IDevice
    {
        private readonly CpuDevice cpu = new();

        public Buffer Allocate(long size) => cpu.Allocate(size);

        public void Release(Buffer buffer) => cpu.Release(buffer);

        public void Run(Kernel kernel, BufferView[] inputs, BufferView[] outputs) => run(cpu, inputs, outputs);
    }
}

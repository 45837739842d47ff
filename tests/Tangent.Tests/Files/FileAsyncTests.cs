using Xunit;

namespace Tangent.Tests.Files;

public sealed class FileAsyncTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task WhatIsSavedOnAnotherThreadIsLoadedOnAnother()
    {
        var arrays = new Dictionary<string, NDArray> { ["a"] = Mx.Arange(3_000_000f), ["b"] = Mx.Ones((2, 2), DType.Float64) };
        var steps = new Steps();
        await Mx.SaveAsync(folder["a"], arrays["a"], steps);
        await Mx.SaveZAsync(folder["z"], arrays, steps);
        await Mx.SaveZCompressedAsync(folder["c"], arrays, steps);
        await Mx.SaveSafetensorsAsync(folder["s"], arrays, new() { ["k"] = "v" }, steps);
        await Mx.SaveGgufAsync(folder["g"], arrays, new() { ["k"] = "v" }, steps);
        NDArray a = await Mx.LoadAsync(folder["a.npy"], steps);
        Assert.NotNull(a.Node.Value);
        FileArrays.Equal(arrays["a"], a);
        foreach (string file in new[] { "z.npz", "c.npz", "s.safetensors", "g.gguf" })
        {
            LoadedArrays loaded = await Mx.LoadArraysAsync(folder[file], steps);
            Assert.All(loaded.Values, array => Assert.NotNull(array.Node.Value));
            FileArrays.Equal(arrays, loaded);
        }
        Assert.True(steps.All.Count(step => step == 1) >= 10, "each ends at 1");
        Assert.All(steps.All, step => Assert.InRange(step, 0, 1));
        Assert.Contains(steps.All, step => step is > 0 and < 1);
    }

    [Fact]
    public async Task WhatIsCancelledLeavesTheFileAsItWas()
    {
        Mx.Save(folder["a.npy"], Mx.Ones(2));
        using var cancellation = new CancellationTokenSource();
        var first = new Steps(_ => cancellation.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Mx.SaveAsync(folder["a.npy"], Mx.Zeros(3_000_000), first, cancellation.Token));
        Assert.Equal(["a.npy"], folder.Names);
        Assert.Equal([1, 1], Mx.Load(folder["a.npy"]).ToArray<float>());
        Mx.Save(folder["b.npy"], Mx.Zeros(3_000_000));
        using var second = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Mx.LoadAsync(folder["b.npy"], new Steps(step => { if (step > 0.1) second.Cancel(); }), second.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Mx.LoadArraysAsync(folder["b.npy"], null, second.Token));
    }

    [Fact]
    public async Task ErrorsAreThoseOfTheTask()
    {
        await Assert.ThrowsAsync<FileFormatException>(() => Mx.LoadAsync(folder.Write("x", [1, 2, 3])));
        await Assert.ThrowsAsync<FileNotFoundException>(() => Mx.LoadArraysAsync(folder["none"]));
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => Mx.SaveAsync(folder["none/x.npy"], Mx.Ones(2)));
    }

    [Fact]
    public async Task AssigningMeanwhileChangesNothing()
    {
        NDArray x = Mx.Zeros(3);
        Task task = Mx.SaveSafetensorsAsync(folder["x"], new Dictionary<string, NDArray> { ["x"] = x });
        x[0] = 5;
        await task;
        Assert.Equal([0, 0, 0], Mx.LoadArrays(folder["x.safetensors"])["x"].ToArray<float>());
    }

    [Fact]
    public async Task UnknownTypesFailWhenAskedFor()
    {
        string path = folder.Write("f.safetensors", FileArrays.Safetensors("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"f":{"dtype":"F4","shape":[4],"data_offsets":[2,4]}}""", 4));
        LoadedArrays loaded = await Mx.LoadArraysAsync(path);
        Assert.NotNull(loaded["a"].Node.Value);
        Assert.Throws<FileFormatException>(() => loaded["f"]);
    }

    // As those of web servers are.
    [Fact]
    public async Task AStreamThatIsOnlyAsynchronousIsReadAndWritten()
    {
        var arrays = new Dictionary<string, NDArray> { ["a"] = Mx.Arange(300_000f), ["b"] = Mx.Ones((2, 2), DType.Float64) };
        var steps = new Steps();
        foreach (Func<Stream, Task> save in new Func<Stream, Task>[]
        {
            s => Mx.SaveZAsync(s, arrays, steps), s => Mx.SaveZCompressedAsync(s, arrays, steps),
            s => Mx.SaveSafetensorsAsync(s, arrays, new() { ["k"] = "v" }, steps), s => Mx.SaveGgufAsync(s, arrays, new() { ["k"] = "v" }, steps),
        })
        {
            var stream = new Waiting();
            await save(stream);
            Assert.True(stream.IsFlushed);
            stream.Position = 0;
            FileArrays.Equal(arrays, await Mx.LoadArraysAsync(stream, steps));
        }
        var one = new Waiting();
        await Mx.SaveAsync(one, arrays["a"], steps);
        await Mx.SaveAsync(one, arrays["b"], steps);
        one.Position = 0;
        FileArrays.Equal(arrays["a"], await Mx.LoadAsync(one, steps));
        FileArrays.Equal(arrays["b"], await Mx.LoadAsync(one, steps));
        await Assert.ThrowsAsync<FileFormatException>(() => Mx.LoadAsync(one, steps));
        Assert.All(steps.All, step => Assert.InRange(step, 0, 1));
        Assert.Contains(steps.All, step => step is > 0 and < 1);
    }

    [Fact]
    public async Task AStreamThatWaitsForEverIsCancelled()
    {
        using var cancellation = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Mx.LoadArraysAsync(new Waiting { IsStuck = true }, null, cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Mx.SaveAsync(new Waiting { IsStuck = true }, Mx.Ones(2), null, cancellation.Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Mx.LoadAsync((Stream)null!));
    }

    private sealed class Waiting : MemoryStream
    {
        public bool IsStuck { get; init; }

        public bool IsFlushed { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(ReadOnlySpan<byte> buffer) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override Task FlushAsync(CancellationToken cancellation)
        {
            IsFlushed = true;
            return Task.CompletedTask;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation = default)
        {
            await Task.Delay(IsStuck ? Timeout.Infinite : 0, cancellation);
            byte[] bytes = new byte[buffer.Length];
            int count = base.Read(bytes, 0, bytes.Length);
            bytes.AsSpan(0, count).CopyTo(buffer.Span);
            return count;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellation = default)
        {
            await Task.Delay(IsStuck ? Timeout.Infinite : 0, cancellation);
            base.Write(buffer.ToArray(), 0, buffer.Length);
        }
    }

    // Calls at once, unlike Progress.
    private sealed class Steps(Action<double>? then = null) : IProgress<double>
    {
        private readonly List<double> all = [];

        public IReadOnlyList<double> All => all;

        public void Report(double value)
        {
            lock (all)
                all.Add(value);
            then?.Invoke(value);
        }
    }
}

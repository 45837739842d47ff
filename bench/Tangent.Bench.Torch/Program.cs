using Tangent.Bench.Harness;
using Tangent.Bench.Torch;

return Worker.Run(() =>
{
    NativeLibraries.Load();
    return new TorchLibrary();
});

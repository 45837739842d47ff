using Xunit;

namespace Tangent.Kernels.Tests.Movement;

public sealed class StreamingCopyTests
{
    [Fact]
    public unsafe void Copies_any_length_to_any_place_and_nothing_more()
    {
        byte[] source = [.. Enumerable.Range(0, 400).Select(i => (byte)(i % 251))];
        for (int length = 0; length <= 260; length++)
            for (int place = 0; place < 70; place += 3)
            {
                byte[] destination = new byte[400];
                Array.Fill(destination, (byte)255);
                fixed (byte* from = source, to = destination)
                    StreamingCopy.Run(from + place % 7, to + place, length);
                Assert.Equal(source.AsSpan(place % 7, length), destination.AsSpan(place, length));
                Assert.DoesNotContain(destination.Where((value, i) => (i < place || i >= place + length) && value != 255), _ => true);
            }
    }
}

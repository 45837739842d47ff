using System.Runtime.InteropServices;
using Xunit;

namespace Tangent.Kernels.Tests.RandomBits;

public sealed class RandomBitsExecutorTests
{
    /// <summary>The words that MLX 0.32 returns for split(key(seed), n), recorded.</summary>
    [Theory]
    [InlineData(0u, new uint[] { 0xf71f4ea9, 0x39a405d9, 0xa20e4081, 0x4bdfae2f })]
    [InlineData(0u, new uint[] { 0x9312778b, 0x19850714, 0xbdf17afd, 0xe4e8dfbe, 0x98b89669, 0x7408518d })]
    [InlineData(0u, new uint[] { 0x5adb10de, 0x9aaccaa7, 0x6d762adb, 0x3b09a614, 0x54719d7d, 0x7085799d, 0x40416377, 0x46fd82ab, 0xc48fe6ae, 0xb6f992ef })]
    [InlineData(42u, new uint[] { 0x92fb20ea, 0xdb4c98db, 0x0f38d913, 0x0ff68959 })]
    [InlineData(42u, new uint[] { 0xa4d91a96, 0x5290657f, 0x3188ce22, 0xe2f13aff, 0xd792e765, 0x3122544e, 0x585a803a, 0x409c2e81, 0xa1c44acd, 0xa79edc49 })]
    public void Gives_the_words_that_MLX_gives(uint seed, uint[] expected) =>
        Assert.Equal(expected, Bits<uint>(Views.Of<uint>([0, seed], 2), expected.Length));

    [Fact]
    public void Follows_the_layout_for_every_number_of_bytes()
    {
        for (int size = 1; size <= 150; size++)
            Assert.Equal(Reference((3, 4), size), Bits<byte>(Views.Of([3u, 4u], 2), size));
    }

    [Fact]
    public void Fills_large_arrays_on_all_threads()
    {
        byte[] expected = Reference((9, 1), 200_006);
        Assert.Equal(expected, Bits<byte>(Views.Of([9u, 1u], 2), 200_006));
        Assert.Equal(expected, MemoryMarshal.AsBytes<ushort>(Bits<ushort>(Views.Of([9u, 1u], 2), 100_003)).ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public void Each_key_fills_its_own_part(int size)
    {
        const int count = 2000;
        uint[] words = [.. Enumerable.Range(0, 2 * count).Select(i => (uint)i * 2654435761)];
        byte[] expected = [.. Enumerable.Range(0, count).SelectMany(i => Reference((words[2 * i], words[2 * i + 1]), size))];
        Assert.Equal(expected, Bits<byte>(Views.Of(words, count / 10, 10, 2), count / 10, 10, size));
        uint[] halves = [.. words.Where((_, i) => i % 2 == 0), .. words.Where((_, i) => i % 2 == 1)];
        Assert.Equal(expected, Bits<byte>(Views.Of(halves, 2, count).Transpose(1, 0), count, size));
    }

    [Fact]
    public void Nothing_is_written_without_keys_or_elements()
    {
        Assert.Empty(Bits<uint>(Views.Empty<uint>(0, 2), 0, 3));
        Assert.Empty(Bits<uint>(Views.Of([1u, 2u], 2), 0));
    }

    [Fact]
    public void Refuses_keys_and_outputs_that_do_not_fit()
    {
        Assert.Contains("[3]", Assert.Throws<ArgumentException>(() => Bits<uint>(Views.Of([1u, 2u, 3u], 3), 1)).Message);
        Assert.Contains("int32", Assert.Throws<ArgumentException>(() => Bits<uint>(Views.Of([1, 2], 2), 1)).Message);
        Assert.Contains("[4]", Assert.Throws<ArgumentException>(() => Bits<uint>(Views.Of([1u, 2u], 1, 2), 4)).Message);
        Assert.Contains("4 bytes", Assert.Throws<ArgumentException>(
            () => RandomBitsExecutor.Run(Views.Of([1u, 2u], 2), 4, Views.Empty<byte>(4))).Message);
    }

    /// <summary>The layout as it is defined, one counter at a time.</summary>
    private static byte[] Reference((uint, uint) key, int size)
    {
        var words = new uint[(size + 3) / 4];
        int half = words.Length / 2, middle = half + words.Length % 2;
        for (int i = 0; i < half; i++)
            (words[i], words[middle + i]) = Threefry.Hash(key, (uint)i, (uint)(middle + i));
        if (middle > half)
            words[half] = Threefry.Hash(key, (uint)half, 0).First;
        return MemoryMarshal.AsBytes<uint>(words)[..size].ToArray();
    }

    private static unsafe T[] Bits<T>(BufferView keys, params int[] shape) where T : unmanaged
    {
        var output = Views.Empty<T>(shape);
        RandomBitsExecutor.Run(keys, sizeof(T), output);
        return output.Read<T>();
    }
}

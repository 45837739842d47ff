using Xunit;

namespace Tangent.Tests;

/// <summary>Checks that something is refused, with which words, and that nothing stays behind.</summary>
internal static class Refusal
{
    /// <summary>A wrong argument, with a message that begins with the given words.</summary>
    public static void Argument(string words, Func<object?> action) => Of<ArgumentException>(words, action);

    /// <summary>An error of a type, with a message that begins with the given words. No transform stays open.</summary>
    public static void Of<T>(string words, Func<object?> action) where T : Exception
    {
        T error = Assert.ThrowsAny<T>(() => action());
        Assert.StartsWith(words, error.Message, StringComparison.Ordinal);
        Assert.Null(Trace.Current);
    }
}

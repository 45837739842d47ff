using Xunit;

namespace Tangent.Tests;

/// <summary>Checks that something is refused, with which words, and that nothing stays behind.</summary>
internal static class Refusal
{
    /// <summary>A wrong argument, with a message that begins with the given words.</summary>
    public static void Argument(string words, Func<object?> action) => Of<ArgumentException>(words, action);

    /// <summary>A wrong argument, with a message that begins with the first of some words and has the others in it.</summary>
    public static void Names(Func<object?> action, string function, params string[] words)
    {
        string message = Assert.ThrowsAny<ArgumentException>(() => action()).Message;
        Assert.StartsWith(function, message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
        Assert.Null(Trace.Current);
    }

    /// <summary>An error of a type, with a message that begins with the given words. No transform stays open.</summary>
    public static void Of<T>(string words, Func<object?> action) where T : Exception
    {
        T error = Assert.ThrowsAny<T>(() => action());
        Assert.StartsWith(words, error.Message, StringComparison.Ordinal);
        Assert.Null(Trace.Current);
    }
}

using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>The peak is that of the process, so no other test runs meanwhile.</summary>
[CollectionDefinition("peak memory", DisableParallelization = true)]
public class PeakMemoryCollection;

using Xunit;

namespace Tangent.Tests.Memory;

/// <summary>The limit is that of the process, so no other test runs meanwhile.</summary>
[CollectionDefinition("memory limit", DisableParallelization = true)]
public class MemoryLimitCollection;

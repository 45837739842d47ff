using Xunit;

namespace Tangent.Tests.Soak;

/// <summary>The memory measured is that of the process, so no other test runs meanwhile.</summary>
[CollectionDefinition("soak", DisableParallelization = true)]
public class SoakCollection;

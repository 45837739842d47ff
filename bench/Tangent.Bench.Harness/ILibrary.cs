namespace Tangent.Bench.Harness;

/// <summary>A library that is measured, in a process of its own.</summary>
public interface ILibrary
{
    /// <summary>Its name and version.</summary>
    string Description { get; }

    /// <summary>Makes each workload that the library has, by the name of its row.</summary>
    IReadOnlyDictionary<string, Func<Workload>> Workloads { get; }

    /// <summary>Sets how many threads one operation may use.</summary>
    void UseThreads(int count);
}

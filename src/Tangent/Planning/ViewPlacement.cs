using Tangent.Kernels;

namespace Tangent;

/// <summary>Views become layouts in the memory of what they look at, or copies where no layout expresses them.</summary>
internal static class ViewPlacement
{
    /// <summary>Places the result of a view; the copy that this takes, or null.</summary>
    public static PlanOperation? Of(PlanOperation operation, ViewKernel view)
    {
        (PlanValue input, PlanValue output) = (operation.Inputs[0], operation.Output);
        PlanValue[]? waits = operation.Waits is null ? input.Waits : [.. operation.Waits, .. operation.Waits.SelectMany(other => other.Waits ?? []), .. input.Waits ?? []];
        if (ViewLayout.Of(view, input.Layout) is { } layout)
        {
            output.LookAt(input, layout);
            output.Waits = waits;
            return null;
        }
        return output.Producer = new PlanOperation(RowMajorKernel.Instance, operation.Inputs, operation.Outputs) { Waits = waits, Need = operation.Need };
    }
}

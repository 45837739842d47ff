namespace Tangent.Tests.Golden.Running;

/// <summary>Runs recorded cases.</summary>
public static class GoldenRunner
{
    /// <summary>The ways to run cases that are more than one call, by op or by the part of it before the last dot.</summary>
    private static readonly Dictionary<string, IGoldenForm> Forms = new()
    {
        ["core.load"] = new FileForm(),
        ["core.vmap"] = new VmapForm(),
        ["nn.init"] = new InitForm(),
        ["optimizers"] = new OptimizerForm(),
        ["random.sequence"] = new RandomSequenceForm(),
        ["transform"] = new CompositeForm(),
        ["utils"] = new TreeForm(),
    };

    private static readonly IGoldenForm Plain = new CallForm(), Layer = new LayerForm();

    /// <summary>Runs a case.</summary>
    public static GoldenResult Run(GoldenCase golden)
    {
        IGoldenForm form = Forms.GetValueOrDefault(golden.Op) ?? Forms.GetValueOrDefault(Prefix(golden.Op)) ?? (IsLayer(golden) ? Layer : Plain);
        if (form.Missing(golden) is { } op)
            return GoldenResult.NoOp(golden, op);
        return golden.MustFail ? Refusal(golden, form) : Comparison(golden, form);
    }

    private static bool IsLayer(GoldenCase golden) => Prefix(golden.Op) == "nn" && golden.Json.TryGetProperty("ctor", out _);

    private static string Prefix(string op) => op[..Math.Max(0, op.LastIndexOf('.'))];

    private static GoldenResult Comparison(GoldenCase golden, IGoldenForm form)
    {
        try
        {
            string? difference = form.Differences(golden).FirstOrDefault(difference => difference is not null);
            return difference is null || golden.MayDiffer ? GoldenResult.Passed(golden) : GoldenResult.Failed(golden, difference);
        }
        catch (Exception exception)
        {
            return GoldenResult.Failed(golden, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private static GoldenResult Refusal(GoldenCase golden, IGoldenForm form)
    {
        try
        {
            form.Evaluate(golden);
        }
        catch (Exception exception)
        {
            return IsClear(exception)
                ? GoldenResult.Passed(golden)
                : GoldenResult.Failed(golden, $"is refused by an accident, {exception.GetType().Name}: {exception.Message}");
        }
        return golden.MaySucceed ? GoldenResult.Passed(golden) : GoldenResult.Failed(golden, "is not refused");
    }

    private static bool IsClear(Exception exception) =>
        exception is not (NullReferenceException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException);
}

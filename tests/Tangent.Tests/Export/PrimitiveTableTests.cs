using System.Reflection;
using System.Text;
using System.Text.Json;
using Tangent.Tests.Graph;
using Tangent.Tests.Laws;
using Xunit;

namespace Tangent.Tests.Export;

/// <summary>Every primitive can be written to a file and made again of it, or there is a reason.</summary>
public sealed class PrimitiveTableTests
{
    private static readonly Closure Function = Closure.Of("Test", x => [Mx.Sin(x[0])], [Mx.Zeros(2)]);

    public static TheoryData<string> Names => [.. PublicOperations.Primitives.Where(type => PrimitiveTable.Names.Contains(Sample(type).Name)).Select(type => type.Name)];

    [Fact]
    public void EveryPrimitiveIsInTheTableOrThereIsAReason()
    {
        string[] all = [.. PublicOperations.Primitives.Select(type => Sample(type).Name).Order(StringComparer.Ordinal)];
        Assert.Equal(all.Distinct(), all);
        Assert.Equal(all, PrimitiveTable.Names.Concat(PrimitiveTable.Others.Select(other => other.Key)).Order(StringComparer.Ordinal));
        Assert.All(PrimitiveTable.Others, other => Assert.True(other.Value.Length > 4));
    }

    [Theory, MemberData(nameof(Names))]
    public void ItIsMadeAgainOfItsParameters(string name)
    {
        Primitive primitive = Sample(PublicOperations.Primitives.Single(type => type.Name == name));
        Dictionary<string, Closure> functions = primitive.Closures.ToDictionary(entry => entry.Name, entry => entry.Function!);
        using JsonDocument text = JsonDocument.Parse(Text(primitive));
        Primitive again = PrimitiveTable.Find(primitive.Name)!.Make(new(new(new MemorySource(Stream.Null), text.RootElement, "it"), functions));
        Assert.Equal(primitive.GetType(), again.GetType());
        Assert.Equal(primitive.ToString(), again.ToString());
        Assert.Equal(primitive.Closures, again.Closures);
        Assert.Equal(primitive.Parameters, again.Parameters);
    }

    [Theory, MemberData(nameof(Names))]
    public void AParameterTooFewOrTooManyIsRefused(string name)
    {
        Primitive primitive = Sample(PublicOperations.Primitives.Single(type => type.Name == name));
        Dictionary<string, Closure> functions = primitive.Closures.ToDictionary(entry => entry.Name, entry => entry.Function!);
        Dictionary<string, JsonElement> fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Text(primitive))!;
        foreach (string field in fields.Keys)
            Refused(fields.Where(pair => pair.Key != field), functions);
        foreach (string field in fields.Keys)
            Refused(fields.Select(pair => KeyValuePair.Create(pair.Key, pair.Key == field ? JsonSerializer.SerializeToElement(new[] { "no" }) : pair.Value)), functions);
        Refused(fields.Append(new("Surplus", JsonSerializer.SerializeToElement(1))), functions);
        Refused(fields, new(functions) { ["Surplus"] = Function });

        void Refused(IEnumerable<KeyValuePair<string, JsonElement>> changed, Dictionary<string, Closure> given)
        {
            JsonElement element = JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement>(changed));
            Assert.Throws<FileFormatException>(() => PrimitiveTable.Find(primitive.Name)!.Make(new(new(new MemorySource(Stream.Null), element, "it"), given)));
        }
    }

    [Fact]
    public void EveryFunctionOfAPrimitiveIsListed()
    {
        foreach (Type type in PublicOperations.Primitives)
        {
            string[] expected = [.. ParametersTests.Primary(type).GetParameters().Where(parameter => parameter.ParameterType == typeof(Closure)).Select(parameter => parameter.Name!)];
            Assert.Equal(expected, Sample(type).Closures.Select(entry => entry.Name));
        }
    }

    /// <summary>Files of this version are read as long as all lines stand: ./dev update adds lines, and none may be taken away or changed.</summary>
    [Fact]
    public void WhatFilesOfVersionOneHoldStands()
    {
        string path = Path.Combine(Repository.Root, "tests", "names", "function-file-1.txt");
        string[] current = [.. PublicOperations.Primitives.Select(Sample).Where(primitive => PrimitiveTable.Names.Contains(primitive.Name)).Select(Line).Order(StringComparer.Ordinal)];
        string[] standing = File.Exists(path) ? File.ReadAllLines(path) : [];
        Assert.Equal([], standing.Except(current));
        if (Environment.GetEnvironmentVariable("TANGENT_UPDATE") == "1")
            File.WriteAllLines(path, current);
        Assert.True(current.SequenceEqual(File.ReadAllLines(path)), "tests/names/function-file-1.txt lacks a primitive: run ./dev update");

        static string Line(Primitive primitive) =>
            string.Join(' ', [primitive.Name, .. primitive.Parameters.Select(parameter => parameter.Name), .. primitive.Closures.Select(closure => $"{closure.Name}()")]);
    }

    [Theory]
    [InlineData("NaN"), InlineData("Infinity"), InlineData("-Infinity"), InlineData("-0"), InlineData("0.1"), InlineData("5E-324"), InlineData("1.7976931348623157E+308")]
    public void NumbersKeepTheirBits(string text)
    {
        double number = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        using JsonDocument json = JsonDocument.Parse(Text(new RmsNorm(number)));
        var again = (RmsNorm)PrimitiveTable.Find("RmsNorm")!.Make(new(new(new MemorySource(Stream.Null), json.RootElement, "it"), new Dictionary<string, Closure>()));
        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(again.Epsilon));
    }

    [Fact]
    public void EverySolverIsMadeAgain()
    {
        LinearSolver[] solvers =
        [
            LinearSolver.Dense, LinearSolver.Gmres(), LinearSolver.Gmres(1e-3, 7, 5, true), LinearSolver.BiCgStab(0.5, null, true), LinearSolver.BiCgStab(),
            LinearSolver.ConjugateGradients(isSymmetric: true), LinearSolver.ConjugateGradients(1e-9, 3),
        ];
        foreach (LinearSolver solver in solvers)
        {
            using JsonDocument json = JsonDocument.Parse(Text(new Root(Function, solver, null, 3, 0)));
            var again = (Root)PrimitiveTable.Find("RootSolve")!.Make(new(new(new MemorySource(Stream.Null), json.RootElement, "it"), new Dictionary<string, Closure> { ["Function"] = Function }));
            Assert.Equal(solver, again.Solver);
        }
    }

    private static Primitive Sample(Type type)
    {
        ConstructorInfo constructor = ParametersTests.Primary(type);
        return (Primitive)constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(Closure) ? Function : ParametersTests.Values.GetValueOrDefault(parameter.ParameterType))]);
    }

    private static string Text(Primitive primitive)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (Kernels.Parameter parameter in primitive.Parameters)
            {
                json.WritePropertyName(parameter.Name);
                ParameterWriter.Write(json, parameter.Value);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

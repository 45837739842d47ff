using System.Text;
using Tangent;

namespace Samples;

/// <summary>
/// The float32 constants of a model in the ONNX format. The format is Protocol Buffers: a message is a row of fields, each with a number, a
/// kind and a value; of those a handful are needed here.
/// </summary>
internal sealed class OnnxFile
{
    private const int ModelGraph = 7, GraphNode = 1, GraphConstant = 5;
    private const int NodeInput = 1, NodeOutput = 2, NodeOperation = 4, NodeAttribute = 5, AttributeTensor = 5, AttributeGraph = 6;
    private const int TensorLengths = 1, TensorType = 2, TensorName = 8, TensorBytes = 9, Float32 = 1;
    private const int Varint = 0, Eight = 1, Bytes = 2, Four = 5;

    private readonly Dictionary<string, NDArray> constants = [];
    private readonly List<string> factors = [];
    private readonly string file;

    /// <summary>The constants of a file, those of graphs within graphs too.</summary>
    public OnnxFile(string file)
    {
        this.file = file;
        var graphs = new Stack<ArraySegment<byte>>(Fields(File.ReadAllBytes(file)).Where(field => field.Number == ModelGraph).Select(field => field.Content));
        while (graphs.TryPop(out ArraySegment<byte> graph))
            foreach (Field field in Fields(graph))
                if (field.Number == GraphNode)
                    ReadNode(field.Content, graphs);
                else if (field.Number == GraphConstant)
                    Add(field.Content, null);
    }

    /// <summary>The constants that something is multiplied by as a matrix, in the order of the file.</summary>
    public IEnumerable<NDArray> Factors => factors.Where(constants.ContainsKey).Select(name => constants[name]);

    /// <summary>A constant by its name or, where it is the value of a node, by that of what the node outputs.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public NDArray this[string name] => constants.TryGetValue(name, out NDArray? constant)
        ? constant
        : throw new InvalidDataException($"{file}: there is no constant '{name}'.");

    private void ReadNode(ArraySegment<byte> node, Stack<ArraySegment<byte>> graphs)
    {
        var inputs = new List<string>();
        string? output = null, operation = null;
        foreach (Field field in Fields(node))
            if (field.Number == NodeInput)
                inputs.Add(Encoding.UTF8.GetString(field.Content));
            else if (field.Number == NodeOutput)
                output ??= Encoding.UTF8.GetString(field.Content);
            else if (field.Number == NodeOperation)
                operation = Encoding.UTF8.GetString(field.Content);
            else if (field.Number == NodeAttribute)
                foreach (Field part in Fields(field.Content))
                    if (part.Number == AttributeGraph)
                        graphs.Push(part.Content);
                    else if (part.Number == AttributeTensor && part.Kind == Bytes)
                        Add(part.Content, output);
        if (operation == "MatMul" && inputs.Count == 2)
            factors.Add(inputs[1]);
    }

    private void Add(ArraySegment<byte> tensor, string? name)
    {
        foreach (Field field in Fields(tensor))
            if (field.Number == TensorName)
                name ??= Encoding.UTF8.GetString(field.Content);
        if (name is not null && Tensor(tensor) is { } array)
            constants[name] = array;
    }

    private static NDArray? Tensor(ArraySegment<byte> tensor)
    {
        var lengths = new List<int>();
        ArraySegment<byte> bytes = default;
        bool isFloat32 = false;
        foreach (Field field in Fields(tensor))
            if (field.Number == TensorLengths)
                lengths.Add(checked((int)field.Value));
            else if (field.Number == TensorType)
                isFloat32 = field.Value == Float32;
            else if (field.Number == TensorBytes)
                bytes = field.Content;
        return isFloat32 ? Mx.Array<float>(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes), lengths.ToArray()) : null;
    }

    private static IEnumerable<Field> Fields(ArraySegment<byte> message)
    {
        for (int place = 0; place < message.Count;)
        {
            ulong key = ReadVarint(message, ref place);
            (int number, int kind) = ((int)(key >> 3), (int)(key & 7));
            ulong value = kind switch
            {
                Varint or Bytes => ReadVarint(message, ref place),
                Four => 4,
                Eight => 8,
                _ => throw new InvalidDataException($"OnnxFile: a field of kind {kind} is unknown."),
            };
            int length = kind == Varint ? 0 : checked((int)value);
            if (length > message.Count - place)
                throw new InvalidDataException($"OnnxFile: a field of {length} bytes goes beyond its message.");
            yield return new(number, kind, value, message.Slice(place, length));
            place += length;
        }
    }

    private static ulong ReadVarint(ArraySegment<byte> message, ref int place)
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (place >= message.Count)
                throw new InvalidDataException("OnnxFile: the file ends in the middle of a number.");
            byte part = message[place++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
        throw new InvalidDataException("OnnxFile: a number has more than 64 bits.");
    }

    private readonly record struct Field(int Number, int Kind, ulong Value, ArraySegment<byte> Content);
}

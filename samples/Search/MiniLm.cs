using Microsoft.ML.Tokenizers;
using Tangent;

namespace Search;

/// <summary>all-MiniLM-L6-v2, from a folder with its model.onnx and vocab.txt.</summary>
internal static class MiniLm
{
    private const int Words = 30_522, Places = 512, LayerCount = 6, Width = 384, Heads = 12;

    // Behind these the matrices of a layer follow each other in the file.
    private static readonly string[] Matrices =
        ["attention.query_proj", "attention.key_proj", "attention.value_proj", "attention.out_proj", "wide", "narrow"];

    // What has a name there, and here.
    private static readonly (string There, string Here)[] Vectors =
    [
        ("attention.self.query.bias", "attention.query_proj.bias"), ("attention.self.key.bias", "attention.key_proj.bias"),
        ("attention.self.value.bias", "attention.value_proj.bias"), ("attention.output.dense.bias", "attention.out_proj.bias"),
        ("attention.output.LayerNorm.weight", "attention_norm.weight"), ("attention.output.LayerNorm.bias", "attention_norm.bias"),
        ("intermediate.dense.bias", "wide.bias"), ("output.dense.bias", "narrow.bias"),
        ("output.LayerNorm.weight", "dense_norm.weight"), ("output.LayerNorm.bias", "dense_norm.bias"),
    ];

    /// <summary>The encoder.</summary>
    public static Encoder Load(string folder)
    {
        var file = new OnnxFile(Path.Combine(folder, "model.onnx"));
        var weights = new Dictionary<string, NDArray>
        {
            ["words.weight"] = file["embeddings.word_embeddings.weight"],
            ["places.weight"] = file["embeddings.position_embeddings.weight"],
            ["kinds.weight"] = file["embeddings.token_type_embeddings.weight"],
            ["norm.weight"] = file["embeddings.LayerNorm.weight"],
            ["norm.bias"] = file["embeddings.LayerNorm.bias"],
        };
        NDArray[] factors = [.. file.Factors];
        for (int layer = 0; layer < LayerCount; layer++)
        {
            foreach ((string there, string here) in Vectors)
                weights[$"layers.{layer}.{here}"] = file[$"encoder.layer.{layer}.{there}"];
            for (int i = 0; i < Matrices.Length; i++)
                weights[$"layers.{layer}.{Matrices[i]}.weight"] = Mx.Transpose(factors[(layer * Matrices.Length) + i]);
        }
        var encoder = new Encoder(Words, Places, LayerCount, Width, Heads);
        encoder.LoadWeights(weights);
        return encoder;
    }

    /// <summary>What makes tokens of a sentence.</summary>
    public static Func<string, IReadOnlyList<int>> Tokenizer(string folder)
    {
        BertTokenizer tokenizer = BertTokenizer.Create(Path.Combine(folder, "vocab.txt"));
        return sentence => tokenizer.EncodeToIds(sentence);
    }
}

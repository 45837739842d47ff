/// What an F# program writes compiles without a warning (the build takes warnings for errors), and does what it does in C#.
module Tangent.FSharp.Tests.FSharpTests

open System
open Tangent
open Xunit

// x[i, j] is 10 i + j.
let private matrix () : NDArray = Mx.Array(array2D [ [ 0; 1; 2 ]; [ 10; 11; 12 ]; [ 20; 21; 22 ] ])

let private ints (x: NDArray) = x.ToArray<int>()

[<Fact>]
let ``Numbers are operands on either side`` () =
    let x: NDArray = Mx.Array [| 1.0f; 2.0f |]
    Assert.Equal("array([0.5, 1], dtype=float32)", string (x * 0.5))
    Assert.Equal("array([1, -1], dtype=float32)", string (3.0 - 2.0 * x))
    Assert.Equal("array([2, 4], dtype=float32)", string (2 * x))
    Assert.Equal("array([2.5, 1.5], dtype=float32)", string (2.0 / x + 0.5))
    Assert.Equal("array([0.5, 0.5], dtype=float32)", string ((x + 0.5f) % 1L))
    Assert.Equal("array([-2, -3], dtype=int32)", string (-(Mx.Arange(2) + 2)))

[<Fact>]
let ``A number takes the type of the array`` () =
    Assert.Equal(DType.Float16, (Mx.Ones(2, DType.Float16) * 0.1).DType)
    Assert.Equal(DType.Int32, (Mx.Arange 3 * 2).DType)
    Assert.Equal(DType.UInt8, (1 + Mx.Zeros(2, DType.UInt8)).DType)

[<Fact>]
let ``Brackets read and write`` () =
    let x = matrix ()
    Assert.Equal<int[]>([| 10; 11; 12 |], ints x[1])
    Assert.Equal<int[]>([| 10; 11; 12 |], ints (x.[1]))
    Assert.Equal(12, x[1, 2].Item<int>())
    Assert.Equal(22, x.[-1, -1].Item<int>())
    Assert.Equal<int[]>([| 1; 11; 21 |], ints x[Range.All, 1])
    x[0, 1] <- 7
    x.[2] <- -1
    Assert.Equal<int[]>([| 0; 7; 2; 10; 11; 12; -1; -1; -1 |], ints x)

[<Fact>]
let ``Slices hold their end`` () =
    let x = matrix ()
    Assert.Equal<int[]>([| 10; 11; 12; 20; 21; 22 |], ints x[1..2])
    Assert.Equal<int[]>([| 10; 11; 12; 20; 21; 22 |], ints x.[1..])
    Assert.Equal<int[]>([| 0; 1; 10; 11 |], ints x[..1, ..1])
    Assert.Equal<int[]>([| 1; 11; 21 |], ints x[*, 1])
    Assert.Equal<int[]>([| 11; 12 |], ints x[1, 1..])
    Assert.Equal<int[]>([| 20; 21; 22 |], ints (x.[2..99].[0]))
    Assert.Equal(0, x[2..1].Shape[0])
    let cube = x.Reshape(3, 3, 1)
    Assert.Equal<int[]>([| 2; 1 |], cube[1..2, 0..0, 0].Shape.ToArray())

[<Fact>]
let ``Slices are written`` () =
    let x = matrix ()
    x[0..1, 1..2] <- -5
    Assert.Equal<int[]>([| 0; -5; -5; 10; -5; -5; 20; 21; 22 |], ints x)
    x[*, 0] <- Mx.Array [| 7; 8; 9 |]
    Assert.Equal<int[]>([| 7; 8; 9 |], ints x[*, 0])

[<Fact>]
let ``Functions are transformed`` () =
    let slope = Mx.Grad(fun (x: NDArray) -> Mx.Sum(Mx.Sin(x * 2.0)))
    let x: NDArray = Mx.Array [| 0.0; 0.5 |]
    Assert.Equal<float[]>([| 2.0; Math.Round(2.0 * cos 1.0, 12) |], (slope.Invoke x).ToArray<float>() |> Array.map (fun value -> Math.Round(value, 12)))

[<Fact>]
let ``Text has formats`` () =
    let loss = Mx.Array([| 1.5; 2.5 |]).Sum()
    Assert.Equal("loss 4.00", $"loss {loss:f2}")

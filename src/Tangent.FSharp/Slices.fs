namespace Tangent

open System

/// F#'s slices of arrays: x[1..2, *] and x[0, 1..]. As in all of F#, the end is part of a slice, and ends beyond an axis count as its ends.
[<AutoOpen>]
module Slices =

    let private entry (first: int option) (last: int option) : ArrayIndex =
        let start = match first with Some place -> Index(max 0 place) | None -> Index.Start
        let stop = match last with Some place -> Index(max 0 (place + 1)) | None -> Index.End
        ArrayIndex.op_Implicit (Range(start, stop))

    let private at (place: int) : ArrayIndex = ArrayIndex.op_Implicit place

    type NDArray with

        /// A slice of a vector, or of the first axis.
        member x.GetSlice(first1: int option, last1: int option) : NDArray = x[entry first1 last1]

        /// Replaces a slice of a vector, or of the first axis in what this handle stands for.
        member x.SetSlice(first1: int option, last1: int option, value: NDArray) = x[entry first1 last1] <- value

        /// A slice of two axes.
        member x.GetSlice(first1: int option, last1: int option, first2: int option, last2: int option) : NDArray = x[entry first1 last1, entry first2 last2]

        /// Replaces a slice of two axes in what this handle stands for.
        member x.SetSlice(first1: int option, last1: int option, first2: int option, last2: int option, value: NDArray) = x[entry first1 last1, entry first2 last2] <- value

        /// A slice of two axes.
        member x.GetSlice(first1: int option, last1: int option, place2: int) : NDArray = x[entry first1 last1, at place2]

        /// Replaces a slice of two axes in what this handle stands for.
        member x.SetSlice(first1: int option, last1: int option, place2: int, value: NDArray) = x[entry first1 last1, at place2] <- value

        /// A slice of two axes.
        member x.GetSlice(place1: int, first2: int option, last2: int option) : NDArray = x[at place1, entry first2 last2]

        /// Replaces a slice of two axes in what this handle stands for.
        member x.SetSlice(place1: int, first2: int option, last2: int option, value: NDArray) = x[at place1, entry first2 last2] <- value

        /// A slice of three axes.
        member x.GetSlice(first1: int option, last1: int option, first2: int option, last2: int option, first3: int option, last3: int option) : NDArray = x[entry first1 last1, entry first2 last2, entry first3 last3]

        /// Replaces a slice of three axes in what this handle stands for.
        member x.SetSlice(first1: int option, last1: int option, first2: int option, last2: int option, first3: int option, last3: int option, value: NDArray) = x[entry first1 last1, entry first2 last2, entry first3 last3] <- value

        /// A slice of three axes.
        member x.GetSlice(first1: int option, last1: int option, first2: int option, last2: int option, place3: int) : NDArray = x[entry first1 last1, entry first2 last2, at place3]

        /// Replaces a slice of three axes in what this handle stands for.
        member x.SetSlice(first1: int option, last1: int option, first2: int option, last2: int option, place3: int, value: NDArray) = x[entry first1 last1, entry first2 last2, at place3] <- value

        /// A slice of three axes.
        member x.GetSlice(first1: int option, last1: int option, place2: int, first3: int option, last3: int option) : NDArray = x[entry first1 last1, at place2, entry first3 last3]

        /// Replaces a slice of three axes in what this handle stands for.
        member x.SetSlice(first1: int option, last1: int option, place2: int, first3: int option, last3: int option, value: NDArray) = x[entry first1 last1, at place2, entry first3 last3] <- value

        /// A slice of three axes.
        member x.GetSlice(first1: int option, last1: int option, place2: int, place3: int) : NDArray = x[entry first1 last1, at place2, at place3]

        /// Replaces a slice of three axes in what this handle stands for.
        member x.SetSlice(first1: int option, last1: int option, place2: int, place3: int, value: NDArray) = x[entry first1 last1, at place2, at place3] <- value

        /// A slice of three axes.
        member x.GetSlice(place1: int, first2: int option, last2: int option, first3: int option, last3: int option) : NDArray = x[at place1, entry first2 last2, entry first3 last3]

        /// Replaces a slice of three axes in what this handle stands for.
        member x.SetSlice(place1: int, first2: int option, last2: int option, first3: int option, last3: int option, value: NDArray) = x[at place1, entry first2 last2, entry first3 last3] <- value

        /// A slice of three axes.
        member x.GetSlice(place1: int, first2: int option, last2: int option, place3: int) : NDArray = x[at place1, entry first2 last2, at place3]

        /// Replaces a slice of three axes in what this handle stands for.
        member x.SetSlice(place1: int, first2: int option, last2: int option, place3: int, value: NDArray) = x[at place1, entry first2 last2, at place3] <- value

        /// A slice of three axes.
        member x.GetSlice(place1: int, place2: int, first3: int option, last3: int option) : NDArray = x[at place1, at place2, entry first3 last3]

        /// Replaces a slice of three axes in what this handle stands for.
        member x.SetSlice(place1: int, place2: int, first3: int option, last3: int option, value: NDArray) = x[at place1, at place2, entry first3 last3] <- value

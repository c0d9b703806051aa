package io.leat.compiler.codegen;

import java.util.List;

/** What is done for one tile, in order. */
sealed interface Step {
    /** Copies an input's elements to the tile of its node, 16 bit floats as floats. */
    record CopyIn(int node) implements Step {}

    /**
     * A loop that computes {@code nodes}, arguments before users, from tiles and uniform values, and writes
     * {@code results} to their tiles. Each element is read before any is written.
     */
    record Loop(List<Integer> nodes, List<Integer> results) implements Step {}

    /** A call; its arguments are tiles or inputs, its result a tile, or result {@code output} if that is not -1. */
    record Call(int node, Routine routine, int output) implements Step {}

    /** Copies a tile to a result. */
    record Write(int output) implements Step {}
}

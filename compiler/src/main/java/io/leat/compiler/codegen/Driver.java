package io.leat.compiler.codegen;

/** How the elements of an output are divided among calls of a kernel. Immutable. */
interface Driver {
    /** Computes the elements {@code from} to {@code to - 1} of the flat outputs. */
    void run(MapKernel kernel, Object[] inputs, Object[] outputs, int from, int to);

    /** The best place at or before {@code p} for a part to begin. */
    int aligned(int p);
}

package io.leat.compiler.codegen;

import io.leat.tensor.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the elements of an output are divided among calls of a kernel. Immutable. */
interface Driver {
    /** Computes the elements {@code from} to {@code to - 1} of the flat outputs. */
    void run(MapKernel kernel, Object[] inputs, Object[] outputs, int from, int to);

    /** The best place at or before {@code p} for a part to begin. */
    int aligned(int p);

    /** Shorter rows are worked on several at a time. */
    int SHORTEST_ROW = 512;

    /** The driver for a nest of loops, whose kernel accesses its inputs as {@link #access} says. */
    static Driver of(Broadcasting loops, Map<Integer, DType> inputTypes) {
        List<Access> access = access(loops);
        return inBlocks(loops) ? new BlockDriver(loops, access, inputTypes) : new RowDriver(loops, access);
    }

    static List<Access> access(Broadcasting loops) {
        List<Access> access = new ArrayList<>();
        boolean blocks = inBlocks(loops);
        for (int k = 0; k < loops.strides().length; k++) {
            boolean one = loops.isSingle(k) || (!blocks && loops.innerStride(k) == 0);
            access.add(loops.isFull(k) ? Access.SAME : one ? Access.ONE : Access.OWN);
        }
        return List.copyOf(access);
    }

    private static boolean inBlocks(Broadcasting loops) {
        boolean flat = true;
        for (int k = 0; k < loops.strides().length; k++) {
            flat &= loops.isFull(k) || loops.isSingle(k);
        }
        return loops.total() > 0 && !flat && loops.innermost() < SHORTEST_ROW;
    }
}

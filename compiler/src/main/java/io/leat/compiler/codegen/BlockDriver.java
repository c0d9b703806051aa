package io.leat.compiler.codegen;

import io.leat.tensor.DType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For short rows: a call for a block of several, for which broadcast inputs have been written out. */
final class BlockDriver implements Driver {
    /** Elements of a block, unless its inputs repeat after more. */
    private static final int USUAL = 1024;

    private static final int LARGEST = 4096;

    private final @Nullable Expander[] expanders;
    private final Map<Integer, DType> types;
    private final int[] zeros;
    private final int block;

    /** Inputs accessed with {@link Access#OWN} are those written out. */
    BlockDriver(Broadcasting loops, List<Access> access, Map<Integer, DType> inputTypes) {
        this.expanders = new Expander[access.size()];
        this.types = inputTypes;
        this.zeros = new int[access.size()];
        int size = loops.innermost();
        for (int k = 0; k < expanders.length; k++) {
            if (access.get(k) == Access.OWN) {
                Expander e = new Expander(loops, k);
                expanders[k] = e;
                int common = e.period() == 0 ? size : leastCommonMultiple(size, e.period());
                size = common <= LARGEST ? common : size;
            }
        }
        this.block = size * Math.max(1, USUAL / size);
    }

    private static int leastCommonMultiple(int a, int b) {
        int x = a;
        int y = b;
        while (y != 0) {
            int r = x % y;
            x = y;
            y = r;
        }
        return (int) Math.min(Integer.MAX_VALUE, (long) a / x * b);
    }

    @Override
    public int aligned(int p) {
        return p - p % block;
    }

    @Override
    public void run(MapKernel kernel, Object[] inputs, Object[] outputs, int from, int to) {
        if (from >= to) {
            return;
        }
        Object[] blocks = inputs.clone();
        int longest = Math.min(block, to - from);
        types.forEach((k, type) -> {
            if (expanders[k] != null) {
                blocks[k] = type.newArray(longest);
            }
        });
        for (int p = from; p < to; p += block) {
            int n = Math.min(block, to - p);
            for (int k = 0; k < expanders.length; k++) {
                Expander e = expanders[k];
                if (e != null && (p == from || !repeats(e))) {
                    e.expand(inputs[k], p, blocks[k], n);
                }
            }
            kernel.run(blocks, zeros, outputs, p, n);
        }
    }

    /** Whether every block has the same elements. */
    private boolean repeats(Expander e) {
        return e.period() != 0 && block % e.period() == 0;
    }
}

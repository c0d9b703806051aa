package io.leat.compiler.codegen;

import io.leat.tensor.InternalException;
import java.util.Arrays;
import java.util.List;

/**
 * A nest of loops over an output, with the stride at which each input moves along. Neighbouring loops are one where no
 * input notices; innermost strides are 0 or 1.
 *
 * @param sizes of the loops, outermost first; at least one
 * @param strides of each input, by loop
 */
record Broadcasting(int[] sizes, int[][] strides) {

    /**
     * @throws InternalException if an input does not broadcast to {@code output}
     */
    static Broadcasting of(List<int[]> inputs, int[] output) {
        int[][] strides = new int[inputs.size()][];
        for (int k = 0; k < strides.length; k++) {
            strides[k] = strides(inputs.get(k), output);
        }
        return merged(output, strides);
    }

    private static int[] strides(int[] input, int[] output) {
        int[] strides = new int[output.length];
        int stride = 1;
        for (int d = output.length - 1, e = input.length - 1; e >= 0; d--, e--) {
            if (d < 0 || (input[e] != 1 && input[e] != output[d])) {
                throw new InternalException(
                        Arrays.toString(input) + " does not broadcast to " + Arrays.toString(output));
            }
            strides[d] = input[e] == 1 ? 0 : stride;
            stride *= input[e];
        }
        return strides;
    }

    private static Broadcasting merged(int[] dims, int[][] strides) {
        int[] sizes = new int[dims.length + 1];
        int[][] kept = new int[strides.length][dims.length + 1];
        int rank = 0;
        for (int d = 0; d < dims.length; d++) {
            if (dims[d] == 1) {
                continue;
            }
            boolean joins = rank > 0;
            for (int k = 0; k < strides.length; k++) {
                joins = joins && kept[k][rank - 1] == strides[k][d] * dims[d];
            }
            if (joins) {
                sizes[rank - 1] *= dims[d];
            } else {
                sizes[rank++] = dims[d];
            }
            for (int k = 0; k < strides.length; k++) {
                kept[k][rank - 1] = strides[k][d];
            }
        }
        if (rank == 0) {
            sizes[rank++] = 1;
        }
        int loops = rank;
        return new Broadcasting(
                Arrays.copyOf(sizes, loops),
                Arrays.stream(kept).map(s -> Arrays.copyOf(s, loops)).toArray(int[][]::new));
    }

    /** This for one input alone: its loops are fewer and longer. */
    Broadcasting alone(int input) {
        return merged(sizes, new int[][] {strides[input]});
    }

    int rank() {
        return sizes.length;
    }

    int innermost() {
        return sizes[sizes.length - 1];
    }

    /** The number of elements of the output. */
    int total() {
        int total = 1;
        for (int n : sizes) {
            total = Math.multiplyExact(total, n);
        }
        return total;
    }

    /** Whether an input has one element for all of the output. */
    boolean isSingle(int input) {
        return Arrays.stream(strides[input]).allMatch(s -> s == 0);
    }

    /** Whether an input has an element for each of the output's, in the same order. */
    boolean isFull(int input) {
        int stride = 1;
        for (int d = sizes.length - 1; d >= 0; d--) {
            if (sizes[d] != 1 && strides[input][d] != stride) {
                return false;
            }
            stride *= sizes[d];
        }
        return true;
    }

    int innerStride(int input) {
        return strides[input][sizes.length - 1];
    }
}

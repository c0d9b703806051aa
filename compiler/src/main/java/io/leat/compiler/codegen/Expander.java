package io.leat.compiler.codegen;

import io.leat.tensor.InternalException;
import java.util.Arrays;

/** Writes out ranges of a broadcast input as if it were full. */
final class Expander {
    private final int[] sizes;
    private final int[] strides;

    /** For input {@code input} of {@code loops}. */
    Expander(Broadcasting loops, int input) {
        Broadcasting own = loops.alone(input);
        sizes = own.sizes();
        strides = own.strides()[0];
    }

    /** After how many elements everything repeats, 0 if it never does. */
    int period() {
        int period = 1;
        for (int d = 1; d < sizes.length; d++) {
            period *= sizes[d];
        }
        return strides[0] == 0 ? period : 0;
    }

    /** Sets {@code to[i]} to element {@code p + i} of the broadcast input {@code from}, for i below n. */
    void expand(Object from, int p, Object to, int n) {
        int last = sizes.length - 1;
        int[] index = new int[sizes.length];
        int at = 0;
        int rest = p;
        for (int d = last; d >= 0; d--) {
            index[d] = rest % sizes[d];
            rest /= sizes[d];
            at += index[d] * strides[d];
        }
        for (int done = 0; done < n; ) {
            int run = Math.min(sizes[last] - index[last], n - done);
            if (strides[last] == 0) {
                fill(from, at, to, done, run);
            } else {
                copy(from, at, to, done, run);
            }
            done += run;
            // To the beginning of the next run: the innermost index is 0 there.
            at -= index[last] * strides[last];
            index[last] = 0;
            for (int d = last - 1; d >= 0; d--) {
                at += strides[d];
                if (++index[d] < sizes[d]) {
                    break;
                }
                at -= sizes[d] * strides[d];
                index[d] = 0;
            }
        }
    }

    private static void copy(Object from, int at, Object to, int start, int run) {
        if (from instanceof float[] x && run < 16) {
            float[] y = (float[]) to;
            for (int i = 0; i < run; i++) {
                y[start + i] = x[at + i];
            }
        } else {
            System.arraycopy(from, at, to, start, run);
        }
    }

    private static void fill(Object from, int at, Object to, int start, int run) {
        switch (from) {
            case float[] x -> {
                float[] y = (float[]) to;
                float value = x[at];
                for (int i = 0; i < run; i++) {
                    y[start + i] = value;
                }
            }
            case double[] x -> Arrays.fill((double[]) to, start, start + run, x[at]);
            case int[] x -> Arrays.fill((int[]) to, start, start + run, x[at]);
            case long[] x -> Arrays.fill((long[]) to, start, start + run, x[at]);
            case short[] x -> Arrays.fill((short[]) to, start, start + run, x[at]);
            case byte[] x -> Arrays.fill((byte[]) to, start, start + run, x[at]);
            default -> throw new InternalException("not an array of numbers: " + from.getClass());
        }
    }
}

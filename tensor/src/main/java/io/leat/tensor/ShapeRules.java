package io.leat.tensor;

/** Combining shapes of known rank. */
final class ShapeRules {
    private static final long ANY = Shape.ANY;

    private ShapeRules() {}

    /** What both know. */
    static long[] merge(long[] a, long[] b) {
        if (a.length != b.length) {
            throw new InvalidArgumentException("Shapes must be equal rank, but are " + a.length + " and " + b.length);
        }
        long[] merged = a.clone();
        for (int i = 0; i < merged.length; i++) {
            if (a[i] != ANY && b[i] != ANY && a[i] != b[i]) {
                throw new InvalidArgumentException("Dimension " + i + " in both shapes must be equal, but are " + a[i]
                        + " and " + b[i] + ". Shapes are " + Shape.of(a) + " and " + Shape.of(b) + ".");
            }
            merged[i] = a[i] == ANY ? b[i] : a[i];
        }
        return merged;
    }

    /** NumPy's broadcasting. */
    static long[] broadcast(long[] x, long[] y) {
        int rank = Math.max(x.length, y.length);
        long[] out = new long[rank];
        for (int i = 1; i <= rank; i++) {
            long a = i <= x.length ? x[x.length - i] : 1;
            long b = i <= y.length ? y[y.length - i] : 1;
            if (a != b && a >= 0 && b >= 0 && a != 1 && b != 1) {
                throw new InvalidArgumentException("Incompatible shapes: " + Shape.of(x) + " vs. " + Shape.of(y));
            }
            // TensorFlow leaves an unknown size against 0 unknown; against n > 1 it is n.
            boolean unknown = Math.min(a, b) == ANY && Math.max(a, b) <= 0;
            out[rank - i] = a == 1 ? b : b == 1 ? a : unknown ? ANY : Math.max(a, b);
        }
        return out;
    }

    /** Fills in the only unknown dimension of {@code d}, in place. */
    static long[] fill(long[] d, long elements) {
        int unknown = -1;
        long rest = 1;
        for (int i = 0; i < d.length; i++) {
            if (d[i] != ANY) {
                rest *= d[i];
            } else if (unknown < 0) {
                unknown = i;
            } else {
                throw new InvalidArgumentException("Only one input size may be -1, not both " + unknown + " and " + i);
            }
        }
        long known = Shape.of(d).size(); // throws if rest overflowed
        if (unknown < 0) {
            if (known != elements) {
                throw mismatch(elements, "has " + known);
            }
            return d;
        }
        if (rest == 0) {
            throw new InvalidArgumentException("reshape cannot infer the missing input size for an empty tensor unless "
                    + "all specified input sizes are non-zero");
        }
        if (elements % rest != 0) {
            throw mismatch(elements, "requires a multiple of " + rest);
        }
        d[unknown] = elements / rest;
        return d;
    }

    private static InvalidArgumentException mismatch(long elements, String requested) {
        return new InvalidArgumentException(
                "Input to reshape is a tensor with " + elements + " values, but the requested shape " + requested);
    }
}

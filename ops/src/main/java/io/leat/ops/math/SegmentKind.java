package io.leat.ops.math;

import io.leat.kernels.ScatterOp;
import io.leat.ops.family.ComplexFunctions;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;

/** How the rows of a segment are combined. */
enum SegmentKind {
    SUM(ScatterOp.ADD),
    PROD(ScatterOp.MUL),
    /** NaN if the last element is; one before another element is forgotten. */
    MAX(ScatterOp.MAX),
    /** NaN if the last element is; one before another element is forgotten. */
    MIN(ScatterOp.MIN);

    private final ScatterOp kernel;

    SegmentKind(ScatterOp kernel) {
        this.kernel = kernel;
    }

    ScatterOp kernel() {
        return kernel;
    }

    /** Fills {@code y} with what combining starts from. */
    void start(Elements y) {
        switch (this) {
            case SUM -> {} // zeros already
            case PROD -> {
                for (int i = 0; i < y.size(); i++) {
                    y.set(i, 1);
                }
            }
            case MAX -> Extremes.fillLowest(y);
            case MIN -> Extremes.fillHighest(y);
        }
    }

    /** The lanes of a wide accumulator that is as long as {@code y}: [re, im] doubles, or longs. */
    static final class State {
        private final SegmentKind kind;
        private final DType type;
        private final double[] re;
        private final double[] im;
        private final long[] integers;

        State(SegmentKind kind, Elements start) {
            this.kind = kind;
            this.type = start.dtype();
            int n = start.size();
            boolean integer = type.isInteger();
            re = new double[integer ? 0 : n];
            im = new double[type.isComplex() ? n : 0];
            integers = new long[integer ? n : 0];
            kind.start(start);
            for (int i = 0; i < n; i++) {
                if (integer) {
                    integers[i] = start.integer(i);
                } else {
                    re[i] = start.real(i);
                }
            }
        }

        /** Combines element {@code at} with element {@code e} of {@code x}. */
        void add(int at, Elements x, int e) {
            if (type.isInteger()) {
                integers[at] = combine(integers[at], x.integer(e));
            } else if (type.isComplex()) {
                double[] z = kind == SUM
                        ? ComplexFunctions.of(re[at] + x.real(e), im[at] + x.imag(e))
                        : ComplexFunctions.multiply(re[at], im[at], x.real(e), x.imag(e));
                re[at] = z[0];
                im[at] = z[1];
            } else {
                re[at] = combine(re[at], x.real(e));
            }
        }

        private double combine(double a, double b) {
            return switch (kind) {
                case SUM -> a + b;
                case PROD -> a * b;
                case MAX -> a > b ? a : b;
                case MIN -> a < b ? a : b;
            };
        }

        private long combine(long a, long b) {
            return switch (kind) {
                case SUM -> a + b;
                case PROD -> a * b;
                case MAX -> Integers.compare(a, b, type) > 0 ? a : b;
                case MIN -> Integers.compare(a, b, type) < 0 ? a : b;
            };
        }

        /** Divides element {@code at}, which is no integer. */
        void divide(int at, int by) {
            re[at] /= by;
            if (type.isComplex()) {
                im[at] /= by;
            }
        }

        /** Writes element {@code at} to the same place of {@code y}. */
        void store(int at, Elements y) {
            if (type.isInteger()) {
                y.setInteger(at, integers[at]);
            } else if (type.isComplex()) {
                y.set(at, re[at], im[at]);
            } else {
                y.set(at, re[at]);
            }
        }
    }
}

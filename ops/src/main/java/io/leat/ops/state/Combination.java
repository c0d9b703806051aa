package io.leat.ops.state;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;

/** What an update does with an element of a variable. */
enum Combination {
    UPDATE,
    ADD,
    SUB,
    MUL,
    DIV,
    MIN,
    MAX;

    /**
     * Sets element {@code i} of {@code target} to itself combined with element {@code j} of {@code update}. Integers
     * wrap; sums of bools are "or".
     *
     * @throws InvalidArgumentException if an integer is divided by zero
     */
    void apply(Elements target, int i, Elements update, int j) {
        DType type = target.dtype();
        if (this == UPDATE) {
            update.copy(j, target, i);
        } else if (this == MIN || this == MAX) {
            extreme(target, i, update, j);
        } else if (type == DType.BOOL) {
            target.set(i, target.truth(i) || update.truth(j));
        } else if (type.isComplex()) {
            complex(target, i, update, j);
        } else if (type.isFloating()) {
            target.set(i, real(target.real(i), update.real(j)));
        } else if (this == DIV) {
            divide(target, i, update.integer(j));
        } else {
            target.setInteger(i, integer(target.integer(i), update.integer(j)));
        }
    }

    private void extreme(Elements target, int i, Elements update, int j) {
        boolean unordered = Double.isNaN(target.real(i)) || Double.isNaN(update.real(j));
        int order = unordered ? 0 : update.compare(j, target, i);
        if (this == MIN ? order < 0 : order > 0) {
            update.copy(j, target, i);
        }
    }

    private double real(double a, double b) {
        return switch (this) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case UPDATE, MIN, MAX -> b;
        };
    }

    private long integer(long a, long b) {
        return switch (this) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV, UPDATE, MIN, MAX -> b;
        };
    }

    private static void divide(Elements target, int i, long by) {
        if (by == 0) {
            throw new InvalidArgumentException("Integer division by zero");
        }
        long a = target.integer(i);
        target.setInteger(i, target.dtype() == DType.UINT64 ? Long.divideUnsigned(a, by) : a / by);
    }

    private void complex(Elements target, int i, Elements update, int j) {
        double a = target.real(i);
        double b = target.imag(i);
        double c = update.real(j);
        double d = update.imag(j);
        double norm = c * c + d * d;
        switch (this) {
            case ADD -> target.set(i, a + c, b + d);
            case SUB -> target.set(i, a - c, b - d);
            case MUL -> target.set(i, a * c - b * d, a * d + b * c);
            case DIV -> target.set(i, (a * c + b * d) / norm, (b * c - a * d) / norm);
            case UPDATE, MIN, MAX -> update.copy(j, target, i);
        }
    }
}

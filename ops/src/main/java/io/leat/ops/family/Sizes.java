package io.leat.ops.family;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** Arithmetic on dimensions, which may be unknown; a result that no dimension can have is an error of the input. */
public final class Sizes {
    private Sizes() {}

    /** The sum, {@link Shape#ANY} if one of them is. */
    public static long sum(long a, long b) {
        try {
            return a == Shape.ANY || b == Shape.ANY ? Shape.ANY : Math.addExact(a, b);
        } catch (ArithmeticException e) {
            throw new InvalidArgumentException("a dimension of " + a + " + " + b + " is too large", null, e);
        }
    }

    /** The product, {@link Shape#ANY} if one of them is. */
    public static long product(long a, long b) {
        try {
            return a == Shape.ANY || b == Shape.ANY ? Shape.ANY : Math.multiplyExact(a, b);
        } catch (ArithmeticException e) {
            throw new InvalidArgumentException("a dimension of " + a + " * " + b + " is too large", null, e);
        }
    }

    /**
     * The quotient, {@link Shape#ANY} if {@code a} is.
     *
     * @throws InvalidArgumentException if there is a remainder
     */
    public static long quotient(long a, long b) {
        if (a == Shape.ANY) {
            return Shape.ANY;
        }
        if (b <= 0) {
            throw new InvalidArgumentException("Divisor must be positive but is " + b);
        }
        if (a % b != 0) {
            throw new InvalidArgumentException("Dimension size must be evenly divisible by " + b + " but is " + a);
        }
        return a / b;
    }
}

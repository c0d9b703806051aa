package io.leat.ops.family;

import io.leat.tensor.InvalidArgumentException;

/** A value of dtype variant that has a sum and a zero, as gradients need them. Immutable. */
public interface AddableValue {
    /**
     * The sum of both.
     *
     * @throws InvalidArgumentException if {@code other} is of another kind
     */
    AddableValue plus(Object other);

    /** Zeros in the place of all that it holds. */
    AddableValue zeros();

    /** @throws InvalidArgumentException if the value has no sum */
    static AddableValue of(Object value) {
        if (value instanceof AddableValue a) {
            return a;
        }
        throw new InvalidArgumentException("No sum or zero is known for a variant of " + value);
    }
}

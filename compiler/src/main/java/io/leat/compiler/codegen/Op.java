package io.leat.compiler.codegen;

import io.leat.ir.BinaryFunction;
import io.leat.ir.UnaryFunction;
import io.leat.tensor.DType;

/** What a node of a {@link Dag} does to its arguments. */
sealed interface Op {
    /** The element of an input, whose array is of dtype {@code stored}. */
    record Load(int input, DType stored) implements Op {}

    /** The constant in slot {@code slot} of its kind. */
    record Literal(int slot) implements Op {}

    record Apply1(UnaryFunction function) implements Op {}

    record Apply2(BinaryFunction function) implements Op {}

    /** The second argument where the first is true, else the third. */
    record Choose() implements Op {}

    /** The argument in the dtype of the node. */
    record Convert() implements Op {}

    /** The nearest value of half or bfloat16, as a float. */
    record RoundTo(DType half) implements Op {}
}

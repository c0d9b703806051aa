package io.leat.train;

import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;

/** A learning rate: a number, or a tensor that may change from step to step. */
sealed interface Rate {
    /** A number. */
    record Fixed(double value) implements Rate {}

    /** A scalar tensor. */
    record Scheduled(Operand tensor) implements Rate {}

    static Rate of(double value) {
        return new Fixed(value);
    }

    static Rate of(Operand tensor) {
        return new Scheduled(tensor);
    }

    default Output as(Ops tf, DType dtype) {
        return switch (this) {
            case Fixed f -> tf.withName("learning_rate").constant(f.value(), dtype);
            case Scheduled s -> {
                Output t = s.tensor().output();
                yield t.dtype() == dtype
                        ? t
                        : tf.op("Cast").input(t).attr("DstT", dtype).add().output(0);
            }
        };
    }
}

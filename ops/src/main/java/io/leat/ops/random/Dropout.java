package io.leat.ops.random;

import io.leat.graph.Endpoint;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/** Dropout as TensorFlow composes it of other ops. */
public final class Dropout {
    private Dropout() {}

    /**
     * Sets elements to 0 with probability {@code rate} and scales the others by {@code 1 / (1 - rate)}; a rate of 0 gives
     * {@code x} itself.
     *
     * @throws InvalidArgumentException if {@code rate} is not in [0, 1)
     */
    @Endpoint("nn.dropout")
    public static Output of(Ops tf, Operand x, double rate) {
        return of(tf, x, rate, null);
    }

    /** With the op's own seed. */
    @Endpoint("nn.dropout")
    public static Output of(Ops tf, Operand x, double rate, @Nullable Long seed) {
        if (!(rate >= 0 && rate < 1)) {
            throw new InvalidArgumentException(
                    "`rate` must be a scalar or scalar tensor in the range [0, 1). Received: rate=" + rate);
        }
        Output in = x.output();
        if (rate == 0) {
            return in;
        }
        DType dtype = in.dtype();
        Ops scope = tf.withScope("dropout");
        Output scaled = scope.call("Mul", in, scope.constant(1 / (1 - rate), dtype));
        long[] seeds = tf.graph().seeds(seed);
        Output numbers = scope.withScope("random_uniform")
                .op("RandomUniform")
                .input(scope.call("Shape", in))
                .attr("dtype", dtype)
                .attr("seed", seeds[0])
                .attr("seed2", seeds[1])
                .add()
                .output(0);
        Output limit = scope.withName("GreaterEqual/y").constant(rate, dtype);
        Output kept = scope.call("GreaterEqual", numbers, limit);
        return scope.call("SelectV2", kept, scaled, scope.constant(0, dtype));
    }
}

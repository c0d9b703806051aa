package io.leat.train;

import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;

/** Keeps gradients from growing too large. */
public final class Clip {
    private Clip() {}

    /** Each element within {@code low} and {@code high}. */
    public static Output byValue(Operand t, double low, double high) {
        Output x = t.output();
        Ops tf = x.graph().ops().withScope("clip_by_value");
        return tf.call("Maximum", tf.call("Minimum", x, tf.constant(high, x.dtype())), tf.constant(low, x.dtype()));
    }

    /** The tensor shortened to {@code norm} if its Euclidean norm is larger. */
    public static Output byNorm(Operand t, double norm) {
        Output x = t.output();
        return byGlobalNorm(List.of(x), norm).getFirst();
    }

    /** The Euclidean norm of all elements of all tensors. */
    public static Output globalNorm(List<Output> tensors) {
        if (tensors.isEmpty()) {
            throw new InvalidArgumentException("a norm of no tensors");
        }
        Ops tf = tensors.getFirst().graph().ops().withScope("global_norm");
        List<Output> halves = new ArrayList<>();
        for (Output t : tensors) {
            halves.add(tf.call("L2Loss", t));
        }
        Output half = halves.size() == 1
                ? halves.getFirst()
                : tf.op("AddN").inputs(halves).add().output(0);
        return tf.call("Sqrt", half.times(2.0));
    }

    /**
     * All tensors times {@code norm / max(norm, globalNorm)}: their directions and proportions stay. Where the norm is
     * not finite, all elements become NaN, as in TensorFlow.
     */
    public static List<Output> byGlobalNorm(List<Output> tensors, double norm) {
        Output global = globalNorm(tensors);
        Ops tf = global.graph().ops().withScope("clip_by_global_norm");
        DType dtype = global.dtype();
        Output finite = global.plus(global.minus(global));
        Output scale = tf.constant(norm, dtype).dividedBy(tf.call("Maximum", finite, tf.constant(norm, dtype)));
        return tensors.stream().map(t -> tf.call("Mul", t, scale)).toList();
    }
}

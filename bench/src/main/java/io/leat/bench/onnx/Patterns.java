package io.leat.bench.onnx;

import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import java.util.Optional;

/** Layers that TensorFlow's graphs hold as primitive ops, and an exporter as one. */
final class Patterns {
    /** {@code (x - mean) / sqrt(variance + epsilon) * gamma + beta} over the last axis. */
    record LayerNorm(Output x, Output gamma, Output beta, float epsilon) {}

    private Patterns() {}

    /**
     * Layer normalisation as TensorFlow's {@code batch_normalization} writes it:
     * {@code x * s + (beta - mean * s)} with {@code s = rsqrt(variance + epsilon) * gamma}.
     */
    static Optional<LayerNorm> layerNorm(Node add) {
        if (!add.type().equals("AddV2") || !is(add.input(0), "Mul") || !is(add.input(1), "Sub")) {
            return Optional.empty();
        }
        Node scaled = add.input(0).node();
        Node shift = add.input(1).node();
        Output x = scaled.input(0);
        Output scale = scaled.input(1);
        if (!is(scale, "Mul") || !is(shift.input(1), "Mul")) {
            return Optional.empty();
        }
        Node shifted = shift.input(1).node();
        Output mean = shifted.input(0);
        Output root = scale.node().input(0);
        if (!shifted.input(1).equals(scale) || !isMeanOf(mean, x) || !is(root, "Rsqrt") || !is(in(root), "AddV2")) {
            return Optional.empty();
        }
        Node sum = in(root).node();
        Output variance = sum.input(0);
        if (!is(variance, "Mean") || !isMeanOf(variance, in(variance)) || !is(in(variance), "SquaredDifference")) {
            return Optional.empty();
        }
        Node squared = in(variance).node();
        boolean same = squared.input(0).equals(x)
                && withoutStop(squared.input(1)).equals(mean)
                && scalar(sum.input(1)).isPresent();
        return same
                ? Optional.of(new LayerNorm(
                        x,
                        scale.node().input(1),
                        shift.input(0),
                        scalar(sum.input(1)).orElseThrow()))
                : Optional.empty();
    }

    /** The x of {@code (x * 0.5) * (erf(x * sqrt(0.5)) + 1)}. */
    static Optional<Output> gelu(Node mul) {
        if (!mul.type().equals("Mul") || !is(mul.input(0), "Mul") || !is(mul.input(1), "AddV2")) {
            return Optional.empty();
        }
        Node half = mul.input(0).node();
        Node sum = mul.input(1).node();
        if (!isScalar(half.input(1), 0.5f) || !is(sum.input(0), "Erf") || !isScalar(sum.input(1), 1)) {
            return Optional.empty();
        }
        Output inner = in(sum.input(0));
        boolean same = is(inner, "Mul")
                && in(inner).equals(half.input(0))
                && isScalar(inner.node().input(1), (float) Math.sqrt(0.5));
        return same ? Optional.of(half.input(0)) : Optional.empty();
    }

    /** The value of a scalar constant of type float. */
    static Optional<Float> scalar(Output o) {
        Tensor c = o.constantValue();
        return c != null && c.dtype() == DType.FLOAT32 && c.shape().isScalar()
                ? Optional.of(c.scalarFloat())
                : Optional.empty();
    }

    private static boolean isScalar(Output o, float value) {
        return scalar(o).filter(v -> v == value).isPresent();
    }

    private static boolean is(Output o, String type) {
        return o.node().type().equals(type);
    }

    private static Output in(Output o) {
        return o.node().input(0);
    }

    private static Output withoutStop(Output o) {
        return is(o, "StopGradient") ? in(o) : o;
    }

    private static boolean isMeanOf(Output mean, Output x) {
        if (!is(mean, "Mean") || !in(mean).equals(x) || !mean.node().attrs().bool("keep_dims")) {
            return false;
        }
        Tensor axis = mean.node().input(1).constantValue();
        return axis != null
                && axis.size() == 1
                && axis.toIntArray()[0] == x.shape().rank() - 1;
    }
}

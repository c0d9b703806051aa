package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.List;

/**
 * {@code (t - mean) / sqrt(variance + epsilon) * gamma + beta} of quantised images [batch, height, width, n], with vectors
 * [n], computed with 11 bits behind the point in a range of 2^20 to both sides.
 */
@OpSpec("QuantizedBatchNormWithGlobalNormalization(t: Tinput, t_min: float, t_max: float, m: Tinput, "
        + "m_min: float, m_max: float, v: Tinput, v_min: float, v_max: float, beta: Tinput, beta_min: float, "
        + "beta_max: float, gamma: Tinput, gamma_min: float, gamma_max: float) -> "
        + "(result: out_type, result_min: float, result_max: float); "
        + "Tinput: {qint8, quint8, qint32, qint16, quint16}; out_type: {qint8, quint8, qint32, qint16, quint16}; "
        + "variance_epsilon: float; scale_after_normalization: bool")
public final class QuantizedBatchNormWithGlobalNormalization extends QuantizedOp {
    private static final List<String> NAMES = List.of("input", "mean", "var", "beta", "gamma");
    private static final float BOUND = 1 << 20;

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0, 4);
        long depth = in.dim(3);
        for (int i = 0; i < 5; i++) {
            if (i > 0) {
                depth = Shape.mergeDims(depth, c.shape(3 * i, 1).dim(0));
            }
            c.shape(3 * i + 1, 0);
            c.shape(3 * i + 2, 0);
        }
        c.output(0, in.withDim(3, depth));
        c.output(1, Shape.SCALAR);
        c.output(2, Shape.SCALAR);
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        for (int i = 0; i < 5; i++) {
            int rank = i == 0 ? 4 : 1;
            if (c.shape(3 * i).rank() != rank) {
                throw new InvalidArgumentException(NAMES.get(i) + " must be " + rank + "-dimensional" + c.shape(3 * i));
            }
            if (c.shape(3 * i).dim(-1) != in.dim(3)) {
                throw new InvalidArgumentException(NAMES.get(i) + " must have as many elements as the input has "
                        + "channels, " + in.dim(3) + ", but it has shape " + c.shape(3 * i));
            }
        }
        var out = new QuantizedRange(c.outputDType(0), -BOUND, BOUND);
        QuantizedRange from = QuantizedRange.of(c, 0, 1, "input");
        int depth = (int) in.dim(3);
        int[] scales = new int[depth];
        int[] offsets = new int[depth];
        boolean scaled = c.attrs().bool("scale_after_normalization");
        for (int k = 0; k < depth; k++) {
            float root = (float) Math.sqrt(value(c, 2, k) + c.attrs().real("variance_epsilon"));
            float scale = 1 / root * (scaled ? value(c, 4, k) : 1);
            scales[k] = (int) out.toLevel(scale);
            offsets[k] = (int) out.toLevel(-value(c, 1, k) * scale + value(c, 3, k));
        }
        int one = (int) out.toLevel(1);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(out.dtype(), in);
        for (int i = 0; i < y.size(); i++) {
            int level = (int) out.toLevel(from.toFloat(x.integer(i)));
            y.setInteger(i, level * scales[i % depth] / one + (long) offsets[i % depth]);
        }
        c.output(0, y.tensor());
        range(c, out);
    }

    private static float value(Compute c, int tensor, int channel) {
        QuantizedRange range = QuantizedRange.of(c, 3 * tensor, 3 * tensor + 1, NAMES.get(tensor));
        return range.toFloat(Elements.of(c.input(3 * tensor)).integer(channel));
    }
}

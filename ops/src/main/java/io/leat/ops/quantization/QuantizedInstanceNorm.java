package io.leat.ops.quantization;

import io.leat.graph.Accuracy;
import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * {@code (x - mean) / sqrt(variance + epsilon)} of quantised images [batch, height, width, channels], with mean and
 * variance of each channel of each image, in a given range or in that of the results.
 */
@OpSpec("QuantizedInstanceNorm(x: T, x_min: float, x_max: float) -> (y: T, y_min: float, y_max: float); "
        + "T: {qint8, quint8, qint32, qint16, quint16}; output_range_given: bool = false; given_y_min: float = 0; given_y_max: float = 0; "
        + "variance_epsilon: float = 1e-05; min_separation: float = 0.001")
public final class QuantizedInstanceNorm extends QuantizedOp {
    @Override
    protected void infer(Inference c) {
        Attrs a = c.attrs();
        if (a.bool("output_range_given") && !(a.real("given_y_min") < a.real("given_y_max"))) {
            throw new InvalidArgumentException("given_y_min must be less than given_y_max : " + a.real("given_y_min")
                    + " >= " + a.real("given_y_max"));
        }
        c.output(0, c.shape(0, 4));
        ranges(c, 1);
    }

    @Override
    protected void compute(Compute c) {
        float min = QuantizedRange.scalar(c, 1, "x_min");
        float max = QuantizedRange.scalar(c, 2, "x_max");
        if (!(min < max)) {
            throw new InvalidArgumentException("input_min must be less than input_max : " + min + " >= " + max);
        }
        Elements x = Elements.of(c.input(0));
        Shape shape = x.shape();
        if (shape.rank() != 4) {
            throw new InvalidArgumentException("x must be 4-dimensional, not " + shape);
        }
        float[] normal = normal(x, (max - min) / 255, c.attrs().real("variance_epsilon"));
        QuantizedRange out = result(c, normal);
        Elements y = Elements.allocate(x.dtype(), shape);
        for (int i = 0; i < normal.length; i++) {
            y.setInteger(i, out.toLevelByFloats(normal[i]));
        }
        c.output(0, y.tensor());
        range(c, out);
    }

    private static float[] normal(Elements x, float scale, float epsilon) {
        int channels = (int) x.shape().dim(3);
        int pixels = (int) (x.shape().dim(1) * x.shape().dim(2));
        float[] out = new float[x.size()];
        for (int row = 0; row < x.shape().dim(0) * channels; row++) {
            int first = row / channels * pixels * channels + row % channels;
            double sum = 0;
            for (int p = 0; p < pixels; p++) {
                sum += x.integer(first + p * channels);
            }
            float mean = (float) (sum / pixels);
            double squares = 0;
            for (int p = 0; p < pixels; p++) {
                float d = scale * (x.integer(first + p * channels) - mean);
                squares += d * d;
            }
            float root = (float) (1 / Math.sqrt((float) (squares / pixels) + epsilon));
            for (int p = 0; p < pixels; p++) {
                int i = first + p * channels;
                out[i] = scale * (x.integer(i) - mean) * root;
            }
        }
        return out;
    }

    private static QuantizedRange result(Compute c, float[] normal) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float v : normal) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        if (c.attrs().bool("output_range_given")) {
            min = c.attrs().real("given_y_min");
            max = c.attrs().real("given_y_max");
        }
        float least = c.attrs().real("min_separation");
        return new QuantizedRange(c.outputDType(0), min, max - min < least ? min + least : max);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(8);
    }
}

package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/**
 * How many {@code values} fall into each of {@code nbins} bins of equal width between the two elements of
 * {@code value_range}; what lies outside is counted in the first and last bin.
 */
@OpSpec("HistogramFixedWidth(values: T, value_range: T, nbins: int32) -> (out: dtype); "
        + "T: {int32, int64, float, double}; dtype: {int32, int64} = DT_INT32")
public final class HistogramFixedWidth extends Op {
    /** Counts as {@code dtype}, int32 or int64. */
    @Endpoint("histogramFixedWidth")
    public static Output of(Ops tf, Operand values, Operand valueRange, Operand nbins, DType dtype) {
        return tf.op("HistogramFixedWidth")
                .input(values)
                .input(valueRange)
                .input(nbins)
                .attr("dtype", dtype)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape range = c.shape(1, 1);
        c.shape(2, 0);
        if (!range.isCompatibleWith(Shape.of(2))) {
            throw new InvalidArgumentException("value_range should be a vector of 2 elements.");
        }
        Tensor bins = c.constant(2);
        c.output(0, bins == null ? Shape.ofRank(1) : Shape.of(count(bins)));
    }

    private static long count(Tensor bins) {
        if (bins.size() != 1) {
            throw new InvalidArgumentException("nbins should be a scalar.");
        }
        long n = Constants.integers(bins)[0];
        if (n <= 0) {
            throw new InvalidArgumentException("nbins should be a positive number, but got '" + n + "'");
        }
        return n;
    }

    @Override
    protected void compute(Compute c) {
        if (!c.shape(1).equals(Shape.of(2))) {
            throw new InvalidArgumentException("value_range should be a vector of 2 elements.");
        }
        Elements x = Elements.of(c.input(0));
        Elements range = Elements.of(c.input(1));
        long bins = count(c.input(2));
        double from = range.real(0);
        if (!(from < range.real(1))) {
            throw new InvalidArgumentException("value_range should satisfy value_range[0] < value_range[1], but got '"
                    + "[" + Positions.text(from) + ", " + Positions.text(range.real(1)) + "]'");
        }
        double step = (range.real(1) - from) / bins;
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(bins));
        for (int i = 0; i < x.size(); i++) {
            double bin = (x.real(i) - from) / step;
            if (Double.isNaN(bin)) {
                throw new InvalidArgumentException("Histogram values must not contain NaN");
            }
            int at = (int) Math.clamp(bin, 0, bins - 1.0);
            y.setInteger(at, y.integer(at) + 1);
        }
        c.output(0, y.tensor());
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.EXACT;
    }
}

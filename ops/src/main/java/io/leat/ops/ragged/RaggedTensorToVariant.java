package io.leat.ops.ragged;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A ragged tensor as one variant; or with {@code batched_input} its rows as a vector of variants, each of one ragged
 * dimension less.
 */
@OpSpec("RaggedTensorToVariant(rt_nested_splits: RAGGED_RANK * Tsplits, rt_dense_values: Tvalues) -> "
        + "(encoded_ragged: variant); "
        + "RAGGED_RANK: int >= 0; Tvalues: type; Tsplits: {int32, int64} = int64; batched_input: bool")
public final class RaggedTensorToVariant extends Op {
    @Override
    protected void infer(Inference c) {
        int n = c.inputs() - 1;
        for (int i = 0; i < n; i++) {
            c.shape(i, 1);
        }
        if (!c.attrs().bool("batched_input")) {
            c.output(0, Shape.SCALAR);
            return;
        }
        Shape values = c.shape(n).withRankAtLeast(1);
        long parts = n > 0 ? c.shape(0, 1).dim(0) : values.rank() > 0 ? values.dim(0) : Shape.ANY;
        c.output(0, Shape.of(n > 0 && parts > 0 ? parts - 1 : parts));
    }

    @Override
    protected void compute(Compute c) {
        int n = c.inputs() - 1;
        List<Tensor> splits = List.of(c.allInputs()).subList(0, n);
        Tensor values = c.input(n);
        if (!c.attrs().bool("batched_input")) {
            c.output(0, RaggedValue.variant(Shape.SCALAR, List.of(new RaggedValue(splits, values))));
            return;
        }
        if (values.shape().rank() == 0) {
            throw new InvalidArgumentException("Ragged values must have rank >= 1");
        }
        for (int i = 0; i < n; i++) {
            long below = i == n - 1 ? values.shape().dim(0) : splits.get(i + 1).size() - 1;
            Splits.require(splits.get(i), below);
        }
        List<RaggedValue> rows = n == 0 ? rows(values) : rows(splits, values);
        c.output(0, RaggedValue.variant(Shape.of(rows.size()), rows));
    }

    private static List<RaggedValue> rows(Tensor values) {
        List<RaggedValue> rows = new ArrayList<>();
        Shape row = values.shape().from(1);
        for (int r = 0; r < values.shape().dim(0); r++) {
            rows.add(new RaggedValue(List.of(), Splits.rows(values, r, r + 1L).reshape(row)));
        }
        return rows;
    }

    private static List<RaggedValue> rows(List<Tensor> splits, Tensor values) {
        long[] outer = Constants.integers(splits.getFirst());
        List<RaggedValue> rows = new ArrayList<>();
        for (int r = 0; r < outer.length - 1; r++) {
            List<Tensor> inner = new ArrayList<>();
            long from = outer[r];
            long to = outer[r + 1];
            for (Tensor t : splits.subList(1, splits.size())) {
                long[] s = Constants.integers(t);
                long[] part = new long[(int) (to - from) + 1];
                for (int i = 0; i < part.length; i++) {
                    part[i] = s[(int) from + i] - s[(int) from];
                }
                inner.add(Splits.tensor(t.dtype(), part));
                long first = s[(int) from];
                to = s[(int) to];
                from = first;
            }
            rows.add(new RaggedValue(inner, Splits.rows(values, from, to)));
        }
        return rows;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        int n = b.node().inputCount() - 1;
        Output splits = n == 0 ? tf.constant(0L) : b.input(0);
        DType dtype = b.input(n).dtype();
        b.dx(
                n,
                tf.op("RaggedTensorToVariantGradient")
                        .input(b.dy(0))
                        .input(splits)
                        .input(tf.call("Shape", b.input(n)))
                        .attr("Tvalues", dtype)
                        .add()
                        .output(0));
    }
}

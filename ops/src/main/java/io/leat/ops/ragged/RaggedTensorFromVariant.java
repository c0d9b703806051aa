package io.leat.ops.ragged;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/**
 * The ragged tensor of a variant; or of a tensor of variants the ragged tensor that holds them as its rows, rows of rows
 * and so on. {@code input_ragged_rank} -1 means what {@code output_ragged_rank} leaves.
 */
@OpSpec("RaggedTensorFromVariant(encoded_ragged: variant) -> "
        + "(output_nested_splits: output_ragged_rank * Tsplits, output_dense_values: Tvalues); "
        + "input_ragged_rank: int >= -1; output_ragged_rank: int >= 0; Tvalues: type; "
        + "Tsplits: {int32, int64} = int64")
public final class RaggedTensorFromVariant extends Op {
    @Override
    protected void infer(Inference c) {
        long in = c.attrs().integer("input_ragged_rank");
        long out = c.attrs().integer("output_ragged_rank");
        Shape variant = c.shape(0);
        if (in != -1 && variant.hasRank() && variant.rank() + in != out) {
            throw new InvalidArgumentException("Shape must be rank " + (out - in) + " but is rank " + variant.rank());
        }
        for (int i = 0; i < out; i++) {
            c.output(i, Shape.of(Shape.ANY));
        }
    }

    @Override
    protected void compute(Compute c) {
        int out = c.attrs().intValue("output_ragged_rank");
        int rank = c.shape(0).rank();
        int in = c.attrs().intValue("input_ragged_rank");
        if (in == -1) {
            in = out - rank;
            if (in < 0) {
                throw new InvalidArgumentException("Inferred input_ragged_rank (output_ragged_rank - "
                        + "encoded_variant.dims()) must be >= 0, found output_ragged_rank: " + out
                        + ", encoded_variant.dims(): " + rank + ", inferred input_ragged_rank: " + in);
            }
        }
        if (out != rank + in) {
            throw new InvalidArgumentException("output_ragged_rank must be equal to input_ragged_rank + "
                    + "encoded_ragged.dims(); output_ragged_rank: " + out + ", input_ragged_rank: " + in
                    + ", encoded_variant.dims(): " + rank + ".");
        }
        List<RaggedValue> parts = RaggedValue.all(c, 0);
        check(c, parts, in);
        RaggedValue all = rank == 0 ? parts.getFirst() : stack(c, parts, in);
        for (int i = 0; i < out; i++) {
            c.output(i, all.splits().get(i));
        }
        c.output(out, all.values());
    }

    private static void check(Compute c, List<RaggedValue> parts, int rank) {
        DType dtype = c.outputDType(c.node().outputCount() - 1);
        DType splitType = c.attrs().type("Tsplits");
        for (int i = 0; i < parts.size(); i++) {
            RaggedValue p = parts.get(i);
            if (p.splits().size() != rank) {
                throw new InvalidArgumentException("Encoded input RaggedTensorVariant has ragged_rank="
                        + p.splits().size() + ".  Expected ragged_rank=" + rank + ".");
            }
            if (p.values().dtype() != dtype) {
                throw new InvalidArgumentException("Expected values Tensor dtype: " + dtype.signatureName()
                        + ", found: " + p.values().dtype().signatureName());
            }
            if (p.values().shape().rank() < 1 && c.shape(0).rank() + rank > 0) {
                throw new InvalidArgumentException("Ragged values must have rank >= 1; encoded scalar element at index "
                        + i + " has values Tensor: " + p.values().shape());
            }
            for (Tensor s : p.splits()) {
                if (s.dtype() != splitType) {
                    throw new InvalidArgumentException("Expected row_splits Tensor dtype: " + splitType.signatureName()
                            + ", found: " + s.dtype().signatureName());
                }
                if (s.shape().rank() != 1 || s.size() == 0) {
                    throw new InvalidArgumentException("Ragged splits must have rank 1; encoded scalar element at "
                            + "index " + i + " has splits Tensor " + s.shape());
                }
            }
        }
    }

    private static RaggedValue stack(Compute c, List<RaggedValue> parts, int rank) {
        DType type = c.attrs().type("Tsplits");
        Shape outer = c.shape(0);
        List<Tensor> splits = new ArrayList<>();
        long rows = 1;
        for (int d = 0; d < outer.rank() - 1; d++) {
            rows *= outer.dim(d);
            long[] s = new long[(int) rows + 1];
            for (int i = 0; i < s.length; i++) {
                s[i] = i * outer.dim(d + 1);
            }
            splits.add(Splits.tensor(type, s));
        }
        long[] first = new long[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            first[i + 1] = first[i] + parts.get(i).rows();
        }
        splits.add(Splits.tensor(type, first));
        for (int d = 0; d < rank; d++) {
            List<Long> all = new ArrayList<>(List.of(0L));
            for (RaggedValue p : parts) {
                long before = all.getLast();
                long[] s = Constants.integers(p.splits().get(d));
                for (int i = 1; i < s.length; i++) {
                    all.add(before + s[i]);
                }
            }
            splits.add(Splits.tensor(type, all));
        }
        return new RaggedValue(splits, values(c.outputDType(c.node().outputCount() - 1), parts));
    }

    private static Tensor values(DType dtype, List<RaggedValue> parts) {
        Shape shape = parts.isEmpty() ? Shape.of(0) : parts.getFirst().values().shape();
        long rows = 0;
        for (int i = 0; i < parts.size(); i++) {
            Shape s = parts.get(i).values().shape();
            if (s.rank() != shape.rank()) {
                throw new InvalidArgumentException("Rank of values must match for all components; values shape at "
                        + "index 0: " + shape + ", values shape at index " + i + ": " + s);
            }
            if (!s.from(1).equals(shape.from(1))) {
                throw new InvalidArgumentException("Inner dimensions of values must match for all components; values "
                        + "shape at index 0: " + shape + ", values shape at index " + i + ": " + s);
            }
            rows += s.dim(0);
        }
        Elements y = Elements.allocate(dtype, shape.withDim(0, rows));
        int at = 0;
        for (RaggedValue p : parts) {
            int n = (int) p.values().size();
            Elements.of(p.values()).copyRange(0, y, at, n);
            at += n;
        }
        return y.tensor();
    }

    @Override
    protected void gradient(Backprop b) {
        int out = b.node().outputCount() - 1;
        Shape variant = b.input(0).shape();
        if (variant.rank() > 1) {
            throw b.unsupported("a ragged tensor becomes a scalar or a vector of variants only, not " + variant);
        }
        boolean batched = variant.hasRank() ? variant.rank() == 1 : out > 0;
        b.dx(
                0,
                b.tf().op("RaggedTensorToVariant")
                        .inputs(b.node().outputs().subList(0, out))
                        .input(b.dy(out))
                        .attr("Tsplits", b.attrs().type("Tsplits"))
                        .attr("batched_input", batched)
                        .add()
                        .output(0));
    }
}

package io.leat.ops.array;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ArrayKernel;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/**
 * The first {@code seq_lengths[b]} slices along {@code seq_dim} in reverse order, for each index b along
 * {@code batch_dim}; the others as they are.
 */
@OpSpec("ReverseSequence(input: T, seq_lengths: Tlen) -> (output: T); seq_dim: int; batch_dim: int = 0; T: type; "
        + "Tlen: {int32, int64} = DT_INT64")
public final class ReverseSequence extends Op {
    @Endpoint("reverseSequence")
    public static Output of(Ops tf, Operand input, Operand lengths, long seqDim, long batchDim) {
        return tf.op("ReverseSequence")
                .input(input)
                .input(lengths)
                .attr("seq_dim", seqDim)
                .attr("batch_dim", batchDim)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        Shape lengths = c.shape(1, 1);
        if (!in.hasRank()) {
            return;
        }
        check(in, lengths, c.attrs());
        int batch = c.attrs().intValue("batch_dim");
        c.output(0, in.withDim(batch, Shape.mergeDims(in.dim(batch), lengths.dim(0))));
    }

    private static void check(Shape in, Shape lengths, Attrs attrs) {
        long seq = attrs.integer("seq_dim");
        long batch = attrs.integer("batch_dim");
        if (batch == seq) {
            throw new InvalidArgumentException("batch_dim == seq_dim == " + seq);
        }
        if (seq < 0 || seq >= in.rank()) {
            throw new InvalidArgumentException("seq_dim must be < input rank ( " + seq + " vs. " + in.rank() + ")");
        }
        if (batch < 0 || batch >= in.rank()) {
            throw new InvalidArgumentException("batch_dim must be < input rank ( " + batch + " vs. " + in.rank() + ")");
        }
        long n = in.dim((int) batch);
        if (n != Shape.ANY && lengths.dim(0) != Shape.ANY && n != lengths.dim(0)) {
            throw new InvalidArgumentException(
                    "Length of seq_lengths != input.dims(" + batch + "), (" + lengths.dim(0) + " vs. " + n + ")");
        }
    }

    /** The five runs of dimensions of which the second and the fourth are the batch and the sequence. */
    private record Layout(int outer, int first, int between, int second, int inner, boolean batchFirst) {
        static Layout of(Shape in, Attrs attrs) {
            int batch = attrs.intValue("batch_dim");
            int seq = attrs.intValue("seq_dim");
            int a = Math.min(batch, seq);
            int b = Math.max(batch, seq);
            return new Layout(
                    (int) in.slice(0, a).size(),
                    (int) in.dim(a),
                    (int) in.slice(a + 1, b).size(),
                    (int) in.dim(b),
                    (int) in.from(b + 1).size(),
                    batch < seq);
        }

        int length(long[] lengths, int i, int j) {
            return (int) lengths[batchFirst ? i : j];
        }

        /** Where row {@code [o, i, k, j]} comes from. */
        int source(int o, int i, int k, int j, int length) {
            int s = batchFirst ? j : i;
            int at = s < length ? length - 1 - s : s;
            return row(o, batchFirst ? i : at, k, batchFirst ? at : j);
        }

        int row(int o, int i, int k, int j) {
            return (((o * first + i) * between + k) * second + j) * inner;
        }
    }

    /** Copies {@code count} elements. */
    private interface Copy {
        void run(int from, int to, int count);
    }

    private static void reverse(Layout l, long[] lengths, int seq, Copy copy) {
        int limit = l.batchFirst() ? l.second() : l.first();
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] < 0) {
                throw new InvalidArgumentException("seq_lens(" + i + ") < 0");
            }
            if (lengths[i] > limit) {
                throw new InvalidArgumentException("seq_lens(" + i + ") > input.dims(" + seq + ")");
            }
        }
        for (int o = 0; o < l.outer(); o++) {
            for (int i = 0; i < l.first(); i++) {
                for (int k = 0; k < l.between(); k++) {
                    for (int j = 0; j < l.second(); j++) {
                        copy.run(l.source(o, i, k, j, l.length(lengths, i, j)), l.row(o, i, k, j), l.inner());
                    }
                }
            }
        }
    }

    @Override
    protected void compute(Compute c) {
        check(c.shape(0), c.shape(1), c.attrs());
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), c.shape(0));
        Layout l = Layout.of(c.shape(0), c.attrs());
        reverse(l, c.integers(1), c.attrs().intValue("seq_dim"), (from, to, n) -> x.copyRange(from, y, to, n));
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Layout l = Layout.of(c.shape(0), c.attrs());
        int seq = c.attrs().intValue("seq_dim");
        int lanes = c.dtype(0).lanes();
        int count = (int) c.shape(1).size();
        ArrayKernel kernel = (in, out, p) -> {
            long[] lengths = in[1] instanceof int[] narrow
                    ? Arrays.stream(narrow, 0, count).asLongStream().toArray()
                    : Arrays.copyOf((long[]) in[1], count);
            reverse(
                    l,
                    lengths,
                    seq,
                    (from, to, n) -> System.arraycopy(in[0], from * lanes, out[0], to * lanes, n * lanes));
        };
        c.output(0, c.library("ReverseSequence", kernel, c.dtype(0), c.outputShape(0), c.input(0), c.input(1)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(
                0,
                of(
                        b.tf(),
                        b.dy(0),
                        b.input(1),
                        b.attrs().integer("seq_dim"),
                        b.attrs().integer("batch_dim")));
    }
}

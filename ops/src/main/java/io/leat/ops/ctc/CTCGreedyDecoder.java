package io.leat.ops.ctc;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/**
 * The best class of each step, without blanks and, if asked for, without repetitions: a sparse matrix [batch, position] of
 * classes. Inputs: logits [time, batch, classes] and the steps of each example [batch]. {@code log_probability} [batch, 1]
 * is minus the sum of the best logits.
 */
@OpSpec("CTCGreedyDecoder(inputs: T, sequence_length: int32) -> (decoded_indices: int64, decoded_values: int64, "
        + "decoded_shape: int64, log_probability: T); merge_repeated: bool = false; blank_index: int = -1; "
        + "T: {float, double} = DT_FLOAT")
public final class CTCGreedyDecoder extends Op {
    /** See {@link CTCGreedyDecoder}; outputs decoded_indices, decoded_values, decoded_shape, log_probability. */
    @Endpoint("nn.ctcGreedyDecoder")
    public static Node of(Ops tf, Operand inputs, Operand sequenceLength, boolean mergeRepeated) {
        return tf.op("CTCGreedyDecoder")
                .input(inputs)
                .input(sequenceLength)
                .attr("merge_repeated", mergeRepeated)
                .add();
    }

    @Override
    protected void infer(Inference c) {
        Shape inputs = c.shape(0, 3);
        Shape lengths = c.shape(1, 1);
        long batch = inputs.hasRank() && inputs.dim(1) != Shape.ANY
                ? inputs.dim(1)
                : lengths.hasRank() ? lengths.dim(0) : Shape.ANY;
        c.output(0, Shape.of(Shape.ANY, 2));
        c.output(1, Shape.of(Shape.ANY));
        c.output(2, Shape.of(2));
        c.output(3, Shape.of(batch, 1));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0);
        if (shape.rank() != 3) {
            throw new InvalidArgumentException("inputs is not a 3-Tensor");
        }
        int time = (int) shape.dim(0);
        int batch = (int) shape.dim(1);
        int classes = (int) shape.dim(2);
        if (time == 0 || batch == 0 || classes == 0) {
            throw new InvalidArgumentException("inputs must not be empty: " + shape);
        }
        int[] lengths = CtcLabels.lengths(c.integers(1), c.shape(1), batch, time);
        long asked = c.attrs().integer("blank_index");
        long blank = asked < 0 ? classes + asked : asked;
        if (blank < 0 || blank >= classes) {
            throw new InvalidArgumentException(
                    "blank_index expected to be between " + -classes + " and " + (classes - 1) + " but was " + asked);
        }
        Elements x = Elements.of(c.input(0));
        Elements scores = Elements.allocate(x.dtype(), Shape.of(batch, 1));
        List<List<Integer>> decoded = new ArrayList<>();
        for (int b = 0; b < batch; b++) {
            List<Integer> sequence = new ArrayList<>();
            double score = 0;
            int before = -1;
            for (int t = 0; t < lengths[b]; t++) {
                int row = (t * batch + b) * classes;
                int best = best(x, row, classes);
                score -= x.real(row + best);
                if (best != blank && !(c.attrs().bool("merge_repeated") && best == before)) {
                    sequence.add(best);
                }
                before = best;
            }
            scores.set(b, score);
            decoded.add(sequence);
        }
        sparse(c, decoded);
        c.output(3, scores.tensor());
    }

    private static int best(Elements x, int row, int classes) {
        int best = 0;
        for (int k = 1; k < classes; k++) {
            if (x.real(row + k) > x.real(row + best)) {
                best = k;
            }
        }
        return best;
    }

    private static void sparse(Compute c, List<List<Integer>> decoded) {
        int count = decoded.stream().mapToInt(List::size).sum();
        int longest = decoded.stream().mapToInt(List::size).max().orElse(0);
        Elements indices = Elements.allocate(DType.INT64, Shape.of(count, 2));
        Elements values = Elements.allocate(DType.INT64, Shape.of(count));
        Elements shape = Elements.allocate(DType.INT64, Shape.of(2));
        shape.setInteger(0, decoded.size());
        shape.setInteger(1, longest);
        int at = 0;
        for (int b = 0; b < decoded.size(); b++) {
            for (int k = 0; k < decoded.get(b).size(); k++) {
                indices.setInteger(2 * at, b);
                indices.setInteger(2 * at + 1, k);
                values.setInteger(at, decoded.get(b).get(k));
                at++;
            }
        }
        c.output(0, indices.tensor());
        c.output(1, values.tensor());
        c.output(2, shape.tensor());
    }

    /** Its Python has none. */
    @Override
    protected void gradient(io.leat.graph.Backprop b) {
        // not differentiable
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}

package io.leat.ops.ctc;

import io.leat.graph.Compute;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The label sequences of a batch, from a sparse matrix of [batch, position]. */
final class CtcLabels {
    private CtcLabels() {}

    /** The sequence of each example, checked in TensorFlow's words. */
    static List<List<Integer>> of(Compute c, int batch) {
        Shape indexShape = c.shape(1);
        Shape valueShape = c.shape(2);
        if (indexShape.rank() != 2) {
            throw new InvalidArgumentException("labels_indices is not a matrix");
        }
        if (valueShape.rank() != 1) {
            throw new InvalidArgumentException("labels_values is not a vector");
        }
        if (indexShape.dim(1) != 2 || indexShape.dim(0) != valueShape.dim(0)) {
            throw new InvalidArgumentException(
                    "labels_indices and labels_values must contain the same number of rows, but " + "saw shapes: "
                            + indexShape + " vs. " + valueShape);
        }
        long[] indices = c.integers(1);
        long[] values = c.integers(2);
        List<List<Integer>> all = new ArrayList<>();
        for (int b = 0; b < batch; b++) {
            all.add(new ArrayList<>());
        }
        long widest = 0;
        for (int i = 0; i < values.length; i++) {
            widest = Math.max(widest, indices[2 * i + 1] + 1);
        }
        for (int i = 0; i < values.length; i++) {
            long b = indices[2 * i];
            long at = indices[2 * i + 1];
            if (b < 0 || b >= batch || at < 0) {
                throw new InvalidArgumentException("label SparseTensor is not valid: indices[" + i + "] = [" + b + ","
                        + at + "] is out of bounds: need 0 <= index < [" + batch + "," + widest + "]");
            }
            boolean ordered = i == 0 || indices[2 * i - 2] < b || indices[2 * i - 2] == b && indices[2 * i - 1] < at;
            if (!ordered) {
                throw new InvalidArgumentException("label SparseTensor is not valid: indices[" + i + "] = [" + b + ","
                        + at + "] is out of order or repeated");
            }
            all.get((int) b).add((int) values[i]);
        }
        return all;
    }

    /**
     * The labels with a blank before, between and behind them. Labels end at the first that is the blank or above.
     *
     * @param collapse whether repeated labels count once
     */
    static int[] withBlanks(List<Integer> labels, int b, int blank, boolean collapse) {
        List<Integer> kept = new ArrayList<>();
        boolean ended = false;
        for (int label : labels) {
            if (label < 0) {
                throw new InvalidArgumentException(
                        "All labels must be nonnegative integers, batch: " + b + " labels: " + text(labels));
            }
            if (label >= blank) {
                ended = true;
            } else if (ended) {
                throw new InvalidArgumentException(
                        "Saw a non-null label (index >= num_classes - 1) following a null label, " + "batch: " + b
                                + " num_classes: " + (blank + 1) + " labels: " + text(labels));
            } else if (!collapse || kept.isEmpty() || kept.getLast() != label) {
                kept.add(label);
            }
        }
        int[] all = new int[2 * kept.size() + 1];
        Arrays.fill(all, blank);
        for (int i = 0; i < kept.size(); i++) {
            all[2 * i + 1] = kept.get(i);
        }
        return all;
    }

    private static String text(List<Integer> labels) {
        return labels.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The number of steps of each example. */
    static int[] lengths(long[] given, Shape shape, int batch, int time) {
        if (shape.rank() != 1) {
            throw new InvalidArgumentException("sequence_length is not a vector");
        }
        if (given.length != batch) {
            throw new InvalidArgumentException("len(sequence_length) != batch_size.  len(sequence_length):  "
                    + given.length + " batch_size: " + batch);
        }
        int[] lengths = new int[batch];
        for (int b = 0; b < batch; b++) {
            if (given[b] < 0) {
                throw new InvalidArgumentException("seq_len(" + b + ") < 0");
            }
            if (given[b] > time) {
                throw new InvalidArgumentException("sequence_length(" + b + ") <= " + time);
            }
            lengths[b] = (int) given[b];
        }
        return lengths;
    }
}

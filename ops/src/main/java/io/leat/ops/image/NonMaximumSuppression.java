package io.leat.ops.image;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.List;

/**
 * The indices of boxes [n, 4] that non-maximum suppression keeps, by descending score; see {@link Suppression}. Boxes are
 * (y1, x1, y2, x2), scores are [n].
 */
abstract sealed class NonMaximumSuppression extends Op
        permits NonMaxSuppression,
                NonMaxSuppressionV2,
                NonMaxSuppressionV3,
                NonMaxSuppressionV4,
                NonMaxSuppressionV5,
                NonMaxSuppressionWithOverlaps {
    /** Whether there is a soft form, with its sigma as input 5 and the scores as output 1. */
    boolean soft() {
        return false;
    }

    /** Whether the last output is the number of boxes. */
    boolean counts() {
        return false;
    }

    /** Input 0 is a matrix of overlaps. */
    boolean givenOverlaps() {
        return false;
    }

    @Override
    protected final void infer(Inference c) {
        Shape boxes = c.shape(0, 2);
        Shape scores = c.shape(1, 1);
        for (int i = 2; i < c.inputs(); i++) {
            c.shape(i, 0);
        }
        if (boxes.hasRank() && scores.hasRank()) {
            Shape.mergeDims(boxes.dim(0), scores.dim(0));
        }
        if (boxes.hasRank() && boxes.dim(1) != Shape.ANY && boxes.dim(1) != 4 && !givenOverlaps()) {
            throw new InvalidArgumentException("Dimension must be 4 but is " + boxes.dim(1));
        }
        Long most = c.integer(2);
        boolean pads = counts() && c.attrs().bool("pad_to_max_output_size");
        Shape out = Shape.of(pads && most != null && most >= 0 ? most : Shape.ANY);
        c.output(0, out);
        if (soft()) {
            c.output(1, out);
        }
        if (counts()) {
            c.output(soft() ? 2 : 1, Shape.SCALAR);
        }
    }

    private static float scalar(Compute c, int input, String name) {
        if (c.shape(input).rank() != 0) {
            throw new InvalidArgumentException(name + " must be 0-D, got shape " + c.shape(input));
        }
        return (float) Elements.of(c.input(input)).real(0);
    }

    @Override
    protected final void compute(Compute c) {
        int most = (int) scalar(c, 2, "max_output_size");
        float threshold =
                c.inputs() > 3 ? scalar(c, 3, "iou_threshold") : c.attrs().real("iou_threshold");
        float least = c.inputs() > 4 ? scalar(c, 4, "score_threshold") : Float.NEGATIVE_INFINITY;
        float sigma = soft() ? scalar(c, 5, "soft_nms_sigma") : 0;
        var suppression = new Suppression(most, threshold, least, sigma);
        Elements first = Elements.of(c.input(0));
        Suppression.Overlap overlap = givenOverlaps() ? overlaps(first) : Boxes.of(first)::overlap;
        Elements given = Elements.of(c.input(1));
        if (given.shape().rank() != 1 || given.size() != first.shape().dim(0)) {
            throw new InvalidArgumentException("scores has incompatible shape");
        }
        float[] scores = new float[given.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) given.real(i);
        }
        output(c, suppression.choose(scores, overlap), most);
    }

    private static Suppression.Overlap overlaps(Elements matrix) {
        Shape s = matrix.shape();
        if (s.rank() != 2 || s.dim(0) != s.dim(1)) {
            throw new InvalidArgumentException("overlaps must be square");
        }
        int n = (int) s.dim(0);
        return (i, j) -> (float) matrix.real(i * n + j);
    }

    private void output(Compute c, List<Suppression.Choice> chosen, int most) {
        boolean pads = counts() && c.attrs().bool("pad_to_max_output_size");
        Shape shape = Shape.of(pads ? most : chosen.size());
        Elements indices = Elements.allocate(DType.INT32, shape);
        Elements scores = Elements.allocate(c.input(1).dtype(), shape);
        for (int i = 0; i < chosen.size(); i++) {
            indices.setInteger(i, chosen.get(i).box());
            scores.set(i, chosen.get(i).score());
        }
        c.output(0, indices.tensor());
        if (soft()) {
            c.output(1, scores.tensor());
        }
        if (counts()) {
            Elements count = Elements.allocate(DType.INT32, Shape.SCALAR);
            count.setInteger(0, chosen.size());
            c.output(soft() ? 2 : 1, count.tensor());
        }
    }

    /** Indices and numbers of boxes have no gradient. */
    @Override
    protected final void gradient(io.leat.graph.Backprop b) {
        // not differentiable
    }
}

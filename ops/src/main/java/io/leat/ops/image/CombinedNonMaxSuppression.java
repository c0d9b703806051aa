package io.leat.ops.image;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Non-maximum suppression of each class of each image, and the best of what is left over all classes. Boxes are [batch, n,
 * q, 4] with q the number of classes, or 1 where all classes share them; scores are [batch, n, classes]. Outputs boxes
 * [batch, m, 4], scores and classes [batch, m] and how many of the m are valid, [batch].
 */
@OpSpec("CombinedNonMaxSuppression(boxes: float, scores: float, max_output_size_per_class: int32, "
        + "max_total_size: int32, iou_threshold: float, score_threshold: float) -> (nmsed_boxes: float, "
        + "nmsed_scores: float, nmsed_classes: float, valid_detections: int32); pad_per_class: bool = false; "
        + "clip_boxes: bool = true")
public final class CombinedNonMaxSuppression extends Op {
    private record Detection(int box, int classIndex, float score) {}

    @Override
    protected void infer(Inference c) {
        Shape boxes = c.shape(0, 4);
        Shape scores = c.shape(1, 3);
        for (int i = 2; i < 6; i++) {
            c.shape(i, 0);
        }
        long batch = boxes.hasRank() ? boxes.dim(0) : Shape.ANY;
        long classes = scores.hasRank() ? scores.dim(2) : Shape.ANY;
        Long perClass = c.integer(2);
        Long total = c.integer(3);
        boolean pad = c.attrs().bool("pad_per_class");
        long most = total == null || total <= 0 ? Shape.ANY : total;
        if (pad && most != Shape.ANY) {
            most = perClass == null || classes == Shape.ANY ? Shape.ANY : Math.min(most, perClass * classes);
        }
        c.output(0, Shape.of(batch, most, 4));
        c.output(1, Shape.of(batch, most));
        c.output(2, Shape.of(batch, most));
        c.output(3, Shape.of(batch));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new InvalidArgumentException(message);
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape b = c.shape(0);
        Shape s = c.shape(1);
        require(b.rank() == 4, "boxes must be 4-D" + b);
        require(s.rank() == 3, "scores must be 3-D" + s);
        require(b.dim(3) == 4, "boxes must have 4 columns");
        require(
                b.dim(0) == s.dim(0) && b.dim(1) == s.dim(1),
                "boxes and scores must have the same batch and number of " + "boxes, not " + b + " and " + s);
        require(b.dim(2) == 1 || b.dim(2) == s.dim(2), "third dimension of boxes must be either 1 or num classes");
        int perClass = c.ints(2)[0];
        int total = c.ints(3)[0];
        require(total > 0, "max_total_size must be > 0");
        require(perClass > 0, "max_size_per_class must be > 0");
        int classes = (int) s.dim(2);
        int kept = c.attrs().bool("pad_per_class") ? Math.min(total, Math.multiplyExact(perClass, classes)) : total;
        float threshold = (float) Elements.of(c.input(4)).real(0);
        float least = (float) Elements.of(c.input(5)).real(0);
        var suppression = new Suppression(perClass, threshold, least, 0);
        int batch = (int) b.dim(0);
        Elements boxes = Elements.of(c.input(0));
        Elements outBoxes = Elements.allocate(DType.FLOAT32, Shape.of(batch, kept, 4));
        Elements outScores = Elements.allocate(DType.FLOAT32, Shape.of(batch, kept));
        Elements outClasses = Elements.allocate(DType.FLOAT32, Shape.of(batch, kept));
        Elements valid = Elements.allocate(DType.INT32, Shape.of(batch));
        for (int n = 0; n < batch; n++) {
            List<Detection> found = detections(c, n, suppression);
            int count = Math.min(found.size(), kept);
            valid.setInteger(n, count);
            for (int i = 0; i < count; i++) {
                Detection d = found.get(i);
                int at = n * kept + i;
                outScores.set(at, d.score);
                outClasses.set(at, d.classIndex);
                for (int k = 0; k < 4; k++) {
                    double place = boxes.real(place(b, n, d.box, d.classIndex) + k);
                    outBoxes.set(4 * at + k, c.attrs().bool("clip_boxes") ? Math.clamp(place, 0.0, 1.0) : place);
                }
            }
        }
        c.output(0, outBoxes.tensor());
        c.output(1, outScores.tensor());
        c.output(2, outClasses.tensor());
        c.output(3, valid.tensor());
    }

    private static int place(Shape boxes, int n, int box, int classIndex) {
        int shared = boxes.dim(2) == 1 ? 0 : classIndex;
        return ((n * (int) boxes.dim(1) + box) * (int) boxes.dim(2) + shared) * 4;
    }

    /** Of all classes of an image, by descending score. */
    private static List<Detection> detections(Compute c, int n, Suppression suppression) {
        Shape b = c.shape(0);
        int count = (int) b.dim(1);
        int classes = (int) c.shape(1).dim(2);
        Elements boxes = Elements.of(c.input(0));
        Elements given = Elements.of(c.input(1));
        List<Detection> found = new ArrayList<>();
        float[] scores = new float[count];
        for (int k = 0; k < classes; k++) {
            for (int i = 0; i < count; i++) {
                scores[i] = (float) given.real((n * count + i) * classes + k);
            }
            int classIndex = k;
            suppression
                    .choose(
                            scores,
                            (i, j) ->
                                    Boxes.overlap(boxes, place(b, n, i, classIndex), boxes, place(b, n, j, classIndex)))
                    .forEach(choice -> found.add(new Detection(choice.box(), classIndex, choice.score())));
        }
        found.sort(Comparator.comparingDouble((Detection d) -> -d.score));
        return found;
    }
}

package io.leat.ops.random;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where sampled candidates [n] are true classes [batch, num_true]: for each such place the example, the candidate's
 * position, and a weight of minus the greatest float32, which takes it out of a softmax.
 */
@OpSpec("ComputeAccidentalHits(true_classes: int64, sampled_candidates: int64) -> "
        + "(indices: int32, ids: int64, weights: float); num_true: int; seed: int = 0; seed2: int = 0")
public final class ComputeAccidentalHits extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 2);
        c.shape(1, 1);
        for (int i = 0; i < 3; i++) {
            c.output(i, Shape.of(Shape.ANY));
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape classes = c.shape(0);
        long columns = c.attrs().integer("num_true");
        if (classes.rank() != 2 || classes.dim(1) != columns) {
            throw new InvalidArgumentException("true_candidates must be a batch_size * num_true matrix");
        }
        if (c.shape(1).rank() != 1) {
            throw new InvalidArgumentException(
                    "sampled_candidates must be a vector, which is typically an output from " + "CandidateSampler");
        }
        long[] sampled = c.integers(1);
        Map<Long, Integer> positions = new HashMap<>();
        for (int i = 0; i < sampled.length; i++) {
            positions.put(sampled[i], i);
        }
        long[] wanted = c.integers(0);
        List<int[]> hits = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            Integer at = positions.get(wanted[i]);
            if (at != null) {
                hits.add(new int[] {(int) (i / columns), at});
            }
        }
        Shape shape = Shape.of(hits.size());
        Elements indices = Elements.allocate(DType.INT32, shape);
        Elements ids = Elements.allocate(DType.INT64, shape);
        Elements weights = Elements.allocate(DType.FLOAT32, shape);
        for (int i = 0; i < hits.size(); i++) {
            indices.setInteger(i, hits.get(i)[0]);
            ids.setInteger(i, hits.get(i)[1]);
            weights.set(i, -Float.MAX_VALUE);
        }
        c.output(0, indices.tensor());
        c.output(1, ids.tensor());
        c.output(2, weights.tensor());
    }
}

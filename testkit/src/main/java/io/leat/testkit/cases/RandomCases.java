package io.leat.testkit.cases;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Random ops whose numbers follow from a seed that is an input. */
public final class RandomCases {
    private static final DType[] FLOATS = {DType.FLOAT32, DType.FLOAT64, DType.FLOAT16, DType.BFLOAT16};
    private static final DType[] WHOLE = {DType.INT32, DType.INT64, DType.UINT32, DType.UINT64};

    private RandomCases() {}

    public static void addTo(Cases t) {
        accidentalHits(t);
        boxes(t);
        Tensor seed = Tensor.vector(7, -3);
        for (String op : new String[] {"StatelessRandomUniform", "StatelessRandomNormal", "StatelessTruncatedNormal"}) {
            for (DType type : FLOATS) {
                t.op(op).index(3, 7).input(seed).attr("dtype", type).once();
                t.op(op)
                        .index(1003)
                        .input(Tensor.vector(5L, 1L << 40))
                        .attr("dtype", type)
                        .onceWide();
            }
        }
        for (DType type : WHOLE) {
            t.op("StatelessRandomUniformFullInt")
                    .index(37)
                    .input(seed)
                    .attr("dtype", type)
                    .once();
        }
        t.op("StatelessRandomUniformInt")
                .index(37)
                .input(seed)
                .input(Tensor.scalar(-5))
                .input(Tensor.scalar(90))
                .once();
        t.op("StatelessRandomUniformInt")
                .index(37)
                .input(seed)
                .input(Tensor.scalar(-5L))
                .input(Tensor.scalar(1L << 40))
                .once();
        t.op("StatelessRandomGammaV2")
                .index(9, 2)
                .input(seed)
                .x(Domain.POSITIVE, 2)
                .noGradient()
                .over(DType.FLOAT32, DType.FLOAT64);
        t.op("StatelessMultinomial").x(2, 5).axis(9).input(seed).noGradient().over(DType.FLOAT32, DType.FLOAT64);
        t.op("StatelessRandomPoisson")
                .index(9, 2)
                .input(seed)
                .x(Domain.POSITIVE, 2)
                .attr("dtype", DType.INT64)
                .noGradient()
                .over(DType.FLOAT32, DType.FLOAT64);
        t.op("StatelessRandomGetKeyCounter").input(seed).once();
        t.op("StatelessRandomGetKeyCounterAlg").input(seed).once();
        Tensor key = io.leat.tensor.Tensors.uint64(io.leat.tensor.Shape.of(1), 12345);
        Tensor counter = io.leat.tensor.Tensors.uint64(io.leat.tensor.Shape.of(2), 6, 7);
        String[] byKey = {"StatelessRandomUniformV2", "StatelessRandomNormalV2", "StatelessTruncatedNormalV2"};
        for (String op : byKey) {
            for (DType type : FLOATS) {
                t.op(op)
                        .index(3, 7)
                        .input(key)
                        .input(counter)
                        .input(Tensor.scalar(1))
                        .attr("dtype", type)
                        .once();
            }
        }
        for (DType type : WHOLE) {
            t.op("StatelessRandomUniformFullIntV2")
                    .index(37)
                    .input(key)
                    .input(counter)
                    .input(Tensor.scalar(1))
                    .attr("dtype", type)
                    .once();
        }
        t.op("StatelessRandomUniformIntV2")
                .index(37)
                .input(key)
                .input(counter)
                .input(Tensor.scalar(1))
                .input(Tensor.scalar(-5))
                .input(Tensor.scalar(90))
                .once();
        t.op("StatelessRandomGammaV3")
                .index(9, 2)
                .input(key)
                .input(counter)
                .input(Tensor.scalar(1))
                .x(Domain.POSITIVE, 2)
                .noGradient()
                .over(DType.FLOAT32, DType.FLOAT64);
    }

    private static void accidentalHits(Cases t) {
        for (long[] sampled : new long[][] {{}, {5}, {1, 7, 3}, {4, 1, 4, 2, 9}}) {
            t.op("ComputeAccidentalHits")
                    .input(Tensor.of(Shape.of(3, 2), 1L, 2L, 3L, 3L, 9L, 4L))
                    .input(Tensor.of(Shape.of(sampled.length), sampled))
                    .attr("num_true", 2)
                    .once();
        }
        t.op("ComputeAccidentalHits")
                .input(Tensor.of(Shape.of(1, 2), 1L, 2L))
                .input(Tensor.vector(1L))
                .attr("num_true", 1)
                .fails("true_candidates must be a batch_size * num_true matrix")
                .once();
    }

    private static void boxes(Cases t) {
        Tensor boxes = Tensor.of(Shape.of(1, 2, 4), 0.1f, 0.2f, 0.7f, 0.9f, 0f, 0f, 1f, 0.5f);
        for (int seed = 0; seed < 5; seed++) {
            for (float covered : new float[] {0, 0.3f, 1}) {
                t.op("StatelessSampleDistortedBoundingBox")
                        .fixedValues(Shape.of(3), 100, 120, 3)
                        .input(boxes)
                        .input(Tensor.scalar(covered))
                        .input(Tensor.vector(seed, 7))
                        .over(DType.INT32, DType.INT64, DType.UINT8, DType.INT8, DType.INT16);
            }
        }
        Tensor none = Tensor.of(Shape.of(1, 0, 4), new float[0]);
        t.op("StatelessSampleDistortedBoundingBox")
                .input(Tensor.vector(40, 50, 3))
                .input(none)
                .input(Tensor.scalar(0.5f))
                .input(Tensor.vector(1L, 2L))
                .attr("use_image_if_no_bounding_boxes", true)
                .once();
        t.op("StatelessSampleDistortedBoundingBox")
                .input(Tensor.vector(40, 50, 3))
                .input(none)
                .input(Tensor.scalar(0.5f))
                .input(Tensor.vector(1L, 2L))
                .fails("No bounding boxes provided as input.")
                .once();
        t.op("StatelessSampleDistortedBoundingBox")
                .input(Tensor.vector(40, 50, 3))
                .input(Tensor.of(Shape.of(1, 1, 4), 0f, 0f, 1.5f, 1f))
                .input(Tensor.scalar(0.5f))
                .input(Tensor.vector(1L, 2L))
                .fails("All bounding box coordinates must be in [0.0, 1.0]: 1.5")
                .once();
        t.op("StatelessSampleDistortedBoundingBox")
                .input(Tensor.vector(40, 50, 3))
                .input(boxes)
                .input(Tensor.scalar(-0.5f))
                .input(Tensor.vector(1L, 2L))
                .fails("Min object covered must be non-negative: -0.5")
                .once();
    }
}

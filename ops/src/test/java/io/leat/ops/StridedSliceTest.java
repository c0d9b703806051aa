package io.leat.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.NodeBuilder;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Strided slices with random arguments and masks against one index after the other, as Python defines them. */
final class StridedSliceTest {
    private static final int[] DIMS = {4, 5, 3};
    private static final String[] MASKS = {
        "begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask"
    };

    private final Tensor x = numbers(Shape.of(4, 5, 3));

    private static Tensor numbers(Shape shape) {
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return Tensor.of(shape, values);
    }

    @Test
    void agreesWithPythonsRule() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int slices = 0;
        for (int k = 0; k < 3000; k++) {
            int n = 1 + random.nextInt(3);
            long[] begin = new long[n];
            long[] end = new long[n];
            long[] strides = new long[n];
            for (int i = 0; i < n; i++) {
                begin[i] = random.nextInt(15) - 7L;
                end[i] = random.nextInt(15) - 7L;
                strides[i] = random.nextBoolean() ? 1 : random.nextInt(3) + 1;
                strides[i] = random.nextInt(3) == 0 ? -strides[i] : strides[i];
            }
            int[] masks = new int[MASKS.length];
            for (int i = 0; i < masks.length; i++) {
                masks[i] = random.nextInt(3) == 0 ? random.nextInt(1 << n) : 0;
            }
            masks[2] = masks[2] == 0 ? 0 : Integer.highestOneBit(masks[2]);
            Slow slow = new Slow(begin, end, strides, masks);
            if (slow.isValid()) {
                slices++;
                Tensor y = run(masks, begin, end, strides);
                assertThat(y.shape()).as("seed %d, slice %d", seed, k).isEqualTo(slow.shape());
                assertThat(y.toFloatArray()).as("seed %d, slice %d", seed, k).containsExactly(slow.values());
            }
        }
        assertThat(slices).isGreaterThan(1000);
    }

    private Tensor run(int[] masks, long[] begin, long[] end, long[] strides) {
        return SingleOp.run(
                "StridedSlice", with(masks), x, Tensor.vector(begin), Tensor.vector(end), Tensor.vector(strides))[0];
    }

    private static UnaryOperator<NodeBuilder> with(int... masks) {
        return node -> {
            NodeBuilder b = node;
            for (int i = 0; i < masks.length; i++) {
                b = b.attr(MASKS[i], masks[i]);
            }
            return b;
        };
    }

    /** The indices that are taken in each dimension of the input, and the shape that they make. */
    private final class Slow {
        private final List<List<Integer>> taken = new ArrayList<>();
        private final List<Long> dims = new ArrayList<>();
        private boolean valid = true;

        Slow(long[] begin, long[] end, long[] strides, int[] masks) {
            int named = 0;
            for (int i = 0; i < begin.length; i++) {
                named += isSet(masks[2], i) || isSet(masks[3], i) ? 0 : 1;
            }
            for (int i = 0; i < begin.length; i++) {
                if (isSet(masks[2], i)) {
                    for (int left = 3 - named; left > 0; left--) {
                        whole();
                    }
                } else if (isSet(masks[3], i)) {
                    dims.add(1L);
                } else if (isSet(masks[4], i)) {
                    one(begin[i], strides[i]);
                } else {
                    range(isSet(masks[0], i) ? null : begin[i], isSet(masks[1], i) ? null : end[i], (int) strides[i]);
                }
            }
            while (taken.size() < 3) {
                whole();
            }
        }

        private static boolean isSet(int mask, int i) {
            return (mask >> i & 1) != 0;
        }

        private int size() {
            return DIMS[taken.size()];
        }

        private void whole() {
            range(null, null, 1);
        }

        private void one(long index, long stride) {
            long at = index < 0 ? index + size() : index;
            valid &= stride > 0 && at >= 0 && at < size();
            taken.add(List.of((int) at));
        }

        private void range(Long begin, Long end, int stride) {
            int n = size();
            long first = begin == null ? (stride > 0 ? 0 : n - 1) : begin < 0 ? begin + n : begin;
            long last = end == null ? (stride > 0 ? n : -1) : end < 0 ? end + n : end;
            first = stride > 0 ? Math.max(first, 0) : Math.min(first, n - 1);
            List<Integer> indices = new ArrayList<>();
            for (long i = first; stride > 0 ? i < Math.min(last, n) : i > Math.max(last, -1); i += stride) {
                indices.add((int) i);
            }
            taken.add(indices);
            dims.add((long) indices.size());
        }

        boolean isValid() {
            return valid;
        }

        Shape shape() {
            return Shape.of(dims.stream().mapToLong(d -> d).toArray());
        }

        float[] values() {
            List<Float> out = new ArrayList<>();
            for (int a : taken.get(0)) {
                for (int b : taken.get(1)) {
                    for (int c : taken.get(2)) {
                        out.add(x.floatAt(a, b, c));
                    }
                }
            }
            float[] values = new float[out.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = out.get(i);
            }
            return values;
        }
    }

    @Test
    void hugeArgumentsAreClamped() {
        Tensor y = run(new int[5], new long[] {Long.MIN_VALUE}, new long[] {Long.MAX_VALUE}, new long[] {1L << 40});
        assertThat(y.shape()).isEqualTo(Shape.of(1, 5, 3));
        assertThat(run(new int[5], new long[] {Long.MAX_VALUE}, new long[] {Long.MIN_VALUE}, new long[] {Long.MIN_VALUE
                        })
                        .shape())
                .isEqualTo(Shape.of(1, 5, 3));
    }

    @Test
    void refusesWhatTensorFlowRefuses() {
        assertThatThrownBy(() -> run(new int[5], new long[] {0}, new long[] {1}, new long[] {0}))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("strides[0] must be non-zero");
        assertThatThrownBy(() -> run(new int[] {0, 0, 3}, new long[] {0, 0}, new long[] {1, 1}, new long[] {1, 1}))
                .hasMessageContaining("Multiple ellipses in slice spec not allowed");
        assertThatThrownBy(() -> run(new int[5], new long[4], new long[4], new long[] {1, 1, 1, 1}))
                .hasMessageContaining("Index out of range using input dim 3; input has only 3 dims");
        assertThatThrownBy(() -> run(new int[] {0, 0, 0, 0, 1}, new long[] {-5}, new long[] {0}, new long[] {1}))
                .hasMessageContaining("slice index -5 of dimension 0 out of bounds.");
        assertThatThrownBy(() -> run(new int[5], new long[40], new long[40], new long[40]))
                .isInstanceOf(InvalidArgumentException.class);
    }
}

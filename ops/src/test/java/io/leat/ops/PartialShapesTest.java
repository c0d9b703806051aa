package io.leat.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.graph.Graph;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is known of a shape goes through the integer vectors that programs compute shapes with. */
final class PartialShapesTest {
    private final Ops tf = Graph.create().ops();
    private final Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(-1, 28, 28));
    private final Output shape = tf.call("Shape", x);

    private Output reshaped(Output to) {
        return tf.call("Reshape", x, to);
    }

    private Output strided(Output of, int from, int to, boolean one) {
        return tf.op("StridedSlice")
                .input(of)
                .input(tf.constant(new int[] {from}))
                .input(tf.constant(new int[] {to}))
                .input(tf.constant(new int[] {1}))
                .attr("shrink_axis_mask", one ? 1 : 0)
                .add()
                .output(0);
    }

    private Output pack(Output... parts) {
        return tf.op("Pack").inputs(List.of(parts)).add().output(0);
    }

    private Output concat(Output... parts) {
        return tf.op("ConcatV2")
                .inputs(List.of(parts))
                .input(tf.constant(0))
                .add()
                .output(0);
    }

    @Test
    void packedScalars() {
        Output to = pack(strided(shape, 0, 1, true), tf.constant(784));
        assertThat(reshaped(to).shape()).isEqualTo(Shape.of(-1, 784));
        assertThat(reshaped(pack(tf.constant(-1), strided(shape, 1, 2, true), strided(shape, 2, 3, true)))
                        .shape())
                .isEqualTo(Shape.of(-1, 28, 28));
    }

    @Test
    void joinedVectors() {
        Output to = concat(strided(shape, 0, 1, false), tf.constant(new int[] {7}), tf.constant(new int[] {-1}));
        assertThat(reshaped(to).shape()).isEqualTo(Shape.of(-1, 7, -1));
        assertThat(tf.call("Fill", concat(strided(shape, 1, 3, false), tf.constant(new int[] {2})), tf.constant(1f))
                        .shape())
                .isEqualTo(Shape.of(28, 28, 2));
    }

    @Test
    void slicedGatheredAndSplitVectors() {
        Output one = tf.constant(new int[] {1});
        Output tail = tf.call("Slice", shape, one, tf.constant(new int[] {-1}));
        assertThat(tf.call("Fill", tail, tf.constant(1f)).shape()).isEqualTo(Shape.of(28, 28));
        Output picked = tf.call("GatherV2", shape, tf.constant(2, 0), tf.constant(0));
        assertThat(tf.call("Fill", picked, tf.constant(1f)).shape()).isEqualTo(Shape.of(28, -1));
        List<Output> parts = tf.op("Unpack").input(shape).attr("num", 3).add().outputs();
        assertThat(reshaped(pack(parts.get(1), parts.get(0), parts.get(2))).shape())
                .isEqualTo(Shape.of(28, -1, 28));
        Tensor width = Objects.requireNonNull(parts.get(2).constantValue());
        assertThat(width.scalarInt()).isEqualTo(28);
    }

    @Test
    void vectorsOfOtherOps() {
        Output flat = tf.call("Reshape", shape, tf.constant(new int[] {-1}));
        assertThat(tf.call("Fill", tf.call("Identity", flat), tf.constant(1f)).shape())
                .isEqualTo(Shape.of(-1, 28, 28));
        Output both = tf.call("BroadcastArgs", shape, tf.constant(5, 1, 1, 1));
        assertThat(tf.call("BroadcastTo", x, both).shape()).isEqualTo(Shape.of(5, -1, 28, 28));
        Output wide = tf.op("Cast").input(shape).attr("DstT", DType.INT64).add().output(0);
        assertThat(reshaped(wide).shape()).isEqualTo(Shape.of(-1, 28, 28));
    }

    @Test
    void shapesOfPartlyKnownInputs() {
        Output stitched = tf.call("GatherV2", x, tf.constant(new int[] {1, 0}), tf.constant(2));
        assertThat(stitched.shape()).isEqualTo(Shape.of(-1, 28, 2));
        Output axis = tf.placeholder("axis", DType.INT32, Shape.SCALAR);
        assertThat(tf.call("GatherV2", x, tf.constant(new int[] {1, 0}), axis).shape())
                .isEqualTo(Shape.ofRank(3));
        assertThat(tf.call("Tile", x, tf.constant(2, 1, 3)).shape()).isEqualTo(Shape.of(-1, 28, 84));
        assertThat(strided(x, 0, 5, false).shape()).isEqualTo(Shape.of(-1, 28, 28));
        assertThat(strided(x, 3, 4, true).shape()).isEqualTo(Shape.of(28, 28));
        Output paddings = tf.constant(Tensor.of(Shape.of(3, 2), 1, 1, 0, 2, 3, 0));
        assertThat(tf.call("Pad", x, paddings).shape()).isEqualTo(Shape.of(-1, 30, 31));
        List<Output> parts = tf.op("SplitV")
                .input(x)
                .input(tf.constant(20, -1))
                .input(tf.constant(1))
                .attr("num_split", 2)
                .add()
                .outputs();
        assertThat(parts.get(1).shape()).isEqualTo(Shape.of(-1, 8, 28));
        Output unknownSizes = tf.placeholder("sizes", DType.INT32, Shape.of(3));
        Output begin = tf.placeholder("begin", DType.INT32, Shape.of(3));
        assertThat(tf.call("Slice", x, begin, unknownSizes).shape()).isEqualTo(Shape.ofRank(3));
        assertThat(tf.call("Slice", x, begin, tf.constant(2, -1, 3)).shape()).isEqualTo(Shape.of(2, -1, 3));
    }
}

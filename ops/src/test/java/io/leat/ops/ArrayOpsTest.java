package io.leat.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.NodeBuilder;
import io.leat.tensor.DType;
import io.leat.tensor.LeatException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Hostile arguments of ops that move elements fail with an error of Leat's, and stateful ones do what they say. */
final class ArrayOpsTest {
    private static final Tensor X = Tensor.of(Shape.of(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);
    private static final Tensor X1 = Tensor.scalar(1f);
    private static final Tensor X0 = Tensor.scalar(0f);
    private static final long HUGE = 1L << 62;

    private static void refuses(ThrowingCallable code, String text) {
        assertThatThrownBy(code).isInstanceOf(LeatException.class).hasMessageContaining(text);
    }

    /** Fails both when the arguments are constants and when they come with the run. */
    private static void refuses(String text, String op, UnaryOperator<NodeBuilder> attrs, Tensor... in) {
        refuses(() -> SingleOp.run(op, attrs, in), text);
        refuses(() -> SingleOp.inferred(op, attrs, in), text);
    }

    private static void refuses(String text, String op, Tensor... in) {
        refuses(text, op, b -> b, in);
    }

    @Test
    void sizesThatOverflow() {
        refuses("too large", "Tile", X, Tensor.vector(HUGE, 1L));
        refuses("has too many elements", "Reshape", X, Tensor.vector(HUGE, HUGE));
        refuses("too large", "Pad", X, Tensor.of(Shape.of(2, 2), Long.MAX_VALUE, 1L, 0L, 0L));
        refuses("Expected size[0] in [0, 1]", "Slice", X, Tensor.vector(1L, 0L), Tensor.vector(Long.MAX_VALUE, 1L));
        refuses("too large", "SpaceToBatchND", X, Tensor.vector(HUGE), Tensor.of(Shape.of(1, 2), Long.MAX_VALUE, 1L));
    }

    @Test
    void tensorsThatAreTooLarge() {
        refuses(
                () -> SingleOp.run("OneHot", Tensor.vector(0, 1), Tensor.scalar(Integer.MAX_VALUE), X1, X0),
                "too large");
        refuses(() -> SingleOp.run("Fill", Tensor.vector(HUGE), X1), "too large");
        refuses(() -> SingleOp.run("BroadcastTo", X1, Tensor.vector(1L << 31)), "too large");
        refuses(() -> SingleOp.run("Empty", b -> b.attr("dtype", DType.FLOAT32), Tensor.vector(1 << 30, 1 << 30)), "");
        refuses(
                () -> SingleOp.run("ScatterNd", Tensor.of(Shape.of(1, 1), 0L), Tensor.vector(1f), Tensor.vector(HUGE)),
                "too large");
    }

    @Test
    void negativeSizes() {
        refuses("depth must be non-negative, got: -1", "OneHot", Tensor.vector(0), Tensor.scalar(-1), X1, X0);
        refuses("Expected multiples[0] >= 0, but got -1", "Tile", X, Tensor.vector(-1, 1));
        refuses("Paddings must be non-negative", "Pad", X, Tensor.of(Shape.of(2, 2), 0, -1, 0, 0));
        refuses("must be non-negative, not -2", "Reshape", X, Tensor.vector(-2, 3));
        refuses(
                "Split size at index 0 must be >= 0. Got: -2",
                "SplitV",
                b -> b.attr("num_split", 2),
                X,
                Tensor.vector(-2, 5),
                Tensor.scalar(1));
        refuses(
                "All values in block_shape must be positive, got value, 0 at index 0.",
                "SpaceToBatchND",
                X,
                Tensor.vector(0),
                Tensor.of(Shape.of(1, 2), 0, 0));
    }

    @Test
    void indicesOutOfRange() {
        UnaryOperator<NodeBuilder> batch = b -> b.attr("batch_dims", 1);
        refuses(
                "batch_dims (1) must be less than",
                "GatherV2",
                batch,
                X,
                Tensor.of(Shape.of(2, 1), 0, 0),
                Tensor.scalar(0));
        refuses(
                "params.shape[0]: 2 should be equal to indices.shape[0]: 3",
                "GatherV2",
                batch,
                X,
                Tensor.of(Shape.of(3, 1), 0, 0, 0),
                Tensor.scalar(1));
        refuses(
                () -> SingleOp.run("GatherV2", X, Tensor.of(Shape.of(1, 2), 0, 2), Tensor.scalar(0)),
                "indices[0,1] = 2 is not in [0, 2)");
        refuses(
                () -> SingleOp.run("GatherNd", X, Tensor.of(Shape.of(2, 2), 0, 0, 1, 3)),
                "indices[1] = [1, 3] does not index into param shape [2,3]");
        refuses("perm", "Transpose", X, Tensor.vector(0, 0));
    }

    @Test
    void badIndicesMayBePassedOver() {
        UnaryOperator<NodeBuilder> ignore = b -> b.attr("bad_indices_policy", "IGNORE");
        Tensor at = Tensor.of(Shape.of(3, 1), 1, 7, -1);
        Tensor y = SingleOp.run("GatherNd", ignore, Tensor.vector(5f, 6f), at)[0];
        assertThat(y.toFloatArray()).containsExactly(6f, 0f, 0f);
        Tensor z = SingleOp.run("ScatterNd", ignore, at, Tensor.vector(1f, 2f, 3f), Tensor.vector(3))[0];
        assertThat(z.toFloatArray()).containsExactly(0f, 1f, 0f);
        refuses(
                "",
                "GatherNd",
                b -> b.attr("bad_indices_policy", "XX"),
                Tensor.vector(5f),
                Tensor.of(Shape.of(1, 1), 0));
    }

    @Test
    void joinedStrings() {
        Tensor y = SingleOp.run(
                "ScatterNd", Tensor.of(Shape.of(3, 1), 0, 2, 0), Tensor.vector("a", "b", "c"), Tensor.vector(3));
        assertThat(y.toStringArray()).containsExactly("ac", "", "b");
    }

    @Test
    void statefulOnes() {
        Tensor copy = SingleOp.run("DeepCopy", X);
        assertThat(copy).isNotSameAs(X);
        assertThat(copy.contentEquals(X)).isTrue();
        assertThat(SingleOp.run("GuaranteeConst", X).contentEquals(X)).isTrue();
        Tensor empty = SingleOp.run("Empty", b -> b.attr("dtype", DType.INT32), Tensor.vector(2, 0))[0];
        assertThat(empty.shape()).isEqualTo(Shape.of(2, 0));
    }

    @Test
    void ofEmptyTensors() {
        Tensor none = Tensor.zeros(DType.FLOAT32, Shape.of(0, 3));
        assertThat(SingleOp.run("OneHot", Tensor.vector(0, 1), Tensor.scalar(0), X1, X0)
                        .shape())
                .isEqualTo(Shape.of(2, 0));
        assertThat(SingleOp.run("Where", none).shape()).isEqualTo(Shape.of(0, 2));
        assertThat(SingleOp.run("Transpose", none, Tensor.vector(1, 0)).shape()).isEqualTo(Shape.of(3, 0));
        assertThat(SingleOp.run("Tile", none, Tensor.vector(5, 0)).shape()).isEqualTo(Shape.of(0, 0));
        assertThat(SingleOp.run("Reshape", none, Tensor.vector(-1, 0)).shape()).isEqualTo(Shape.of(3, 0));
        assertThat(SingleOp.run("Pad", none, Tensor.of(Shape.of(2, 2), 1, 0, 0, 0))
                        .toFloatArray())
                .containsExactly(0, 0, 0);
        assertThat(SingleOp.run("UniqueV2", Tensor.zeros(DType.FLOAT32, Shape.of(3, 0)), Tensor.vector(0))
                        .shape())
                .isEqualTo(Shape.of(1, 0));
    }
}

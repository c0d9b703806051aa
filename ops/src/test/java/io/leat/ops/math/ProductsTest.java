package io.leat.ops.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Attr;
import io.leat.graph.Graph;
import io.leat.ops.linalg.Einsum;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Matrix products, einsum and cross products; values from TensorFlow 2.18. */
class ProductsTest {
    private static final Tensor A = Tensor.of(Shape.of(2, 3), 1f, 2, 3, 4, 5, 6);
    private static final Tensor B = Tensor.of(Shape.of(3, 2), 1f, 2, 3, 4, 5, 6);

    private static Tensor einsum(String equation, Tensor... x) {
        return Evaluator.list("Einsum", Map.of("equation", Attr.of(equation)), x);
    }

    @Test
    void matrices() {
        assertThat(Evaluator.op("MatMul", A, B)).is(Evaluator.like(Tensor.of(Shape.of(2, 2), 22f, 28, 49, 64)));
        Map<String, Attr> both = Map.of("transpose_a", Attr.of(true), "transpose_b", Attr.of(true));
        assertThat(Evaluator.op("MatMul", both, A, B))
                .is(Evaluator.like(Tensor.of(Shape.of(3, 3), 9f, 19, 29, 12, 26, 40, 15, 33, 51)));
        assertThatThrownBy(() -> Evaluator.op("MatMul", A, A))
                .hasMessageContaining("Matrix size-incompatible: In[0]: [2,3], In[1]: [2,3]");
    }

    @Test
    void adjointsConjugateAndTransposesDoNot() {
        Tensor z = Tensors.complex64(Shape.of(1, 1), 1, 2);
        assertThat(Evaluator.op("MatMul", Map.of("transpose_a", Attr.of(true)), z, z))
                .is(Evaluator.like(Tensors.complex64(Shape.of(1, 1), -3, 4)));
        assertThat(Evaluator.op("BatchMatMulV2", Map.of("adj_x", Attr.of(true)), z, z))
                .is(Evaluator.like(Tensors.complex64(Shape.of(1, 1), 5, 0)));
    }

    @Test
    void batchesBroadcast() {
        Tensor batch = Tensor.of(Shape.of(2, 1, 3), 1, 0, 0, 0, 1, 0);
        Tensor matrix = Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
        assertThat(Evaluator.op("BatchMatMulV2", batch, matrix))
                .is(Evaluator.like(Tensor.of(Shape.of(2, 1, 2), 1, 2, 3, 4)));
        assertThatThrownBy(() -> Evaluator.op(
                        "BatchMatMulV2",
                        Tensor.zeros(DType.FLOAT32, Shape.of(2, 2, 2)),
                        Tensor.zeros(DType.FLOAT32, Shape.of(3, 2, 2))))
                .hasMessageContaining("In[0] and In[1] must have compatible batch dimensions: [2,2,2] vs. [3,2,2]");
        Tensor wide = Evaluator.op(
                "BatchMatMulV3",
                Map.of("Tout", Attr.of(DType.INT32)),
                Tensors.int8(Shape.of(1, 2), (byte) 100, (byte) 100),
                Tensors.int8(Shape.of(2, 1), (byte) 100, (byte) 100));
        assertThat(wide).is(Evaluator.like(Tensor.of(Shape.of(1, 1), 20000)));
    }

    @Test
    void shapesOfProducts() {
        var tf = Graph.create().ops();
        var x = tf.placeholder("x", DType.FLOAT32, Shape.of(Shape.ANY, 3));
        assertThat(tf.call("MatMul", x, tf.constant(B)).shape()).isEqualTo(Shape.of(Shape.ANY, 2));
        var y = tf.placeholder("y", DType.FLOAT32, Shape.of(Shape.ANY, 1, 4, 3));
        assertThat(MatMul.of(tf, y, tf.constant(B)).shape()).isEqualTo(Shape.of(Shape.ANY, 1, 4, 2));
    }

    @Test
    void einsums() {
        assertThat(einsum("ij,jk->ik", A, B)).is(Evaluator.like(Tensor.of(Shape.of(2, 2), 22f, 28, 49, 64)));
        assertThat(einsum("ij->j", A).toFloatArray()).containsExactly(5, 7, 9);
        Tensor square = Tensor.of(Shape.of(2, 2), 1f, 2, 3, 4);
        assertThat(einsum("ii->i", square).toFloatArray()).containsExactly(1, 4);
        assertThat(einsum("i->ii", Tensor.vector(1f, 2f)).toFloatArray()).containsExactly(1, 0, 0, 2);
        assertThat(einsum("...j->...", A).toFloatArray()).containsExactly(6, 15);
    }

    @Test
    void einsumsThatAreWrong() {
        assertThatThrownBy(() -> einsum("ij,jk", A, B))
                .hasMessageContaining("Expecting exactly one '->' in einsum equation: ij,jk");
        assertThatThrownBy(() -> einsum("ij,jk->ik", A, A))
                .hasMessageContaining("Expected dimension 3 at axis 0 of the input shaped [2,3] but got dimension 2");
        assertThatThrownBy(() -> einsum("...j->j", A))
                .hasMessageContaining("Output contains 1 broadcasting dimension(s) but no ellipsis (...) was found");
        assertThatThrownBy(() -> einsum("ij,jk->i1k", A, B)).hasMessageContaining("Invalid subscripts 'i1k'");
    }

    @Test
    void einsumsOfManyInputsAndWithoutAnOutput() {
        var tf = Graph.create().ops();
        var y = Einsum.of(tf, "ij, jk, kl", tf.constant(A), tf.constant(B), tf.constant(A));
        assertThat(Evaluator.run(y, Map.of()))
                .is(Evaluator.like(Tensor.of(Shape.of(2, 3), 134f, 184, 234, 305, 418, 531)));
    }

    @Test
    void crossProducts() {
        Tensor x = Tensor.of(Shape.of(2, 3), 1, 0, 0, 1, 2, 3);
        Tensor y = Tensor.of(Shape.of(2, 3), 0, 1, 0, 4, 5, 6);
        assertThat(Evaluator.op("Cross", x, y).toIntArray()).containsExactly(0, 0, 1, -3, 6, -3);
        assertThatThrownBy(() -> Evaluator.op("Cross", Tensor.vector(1, 2), Tensor.vector(1, 2)))
                .hasMessageContaining("Cross-products are only defined for 3-element vectors.");
    }

    @Test
    void gradients() {
        Tensor left = NumericGradient.random(-1, 1, 2, 1, 2, 3);
        Tensor right = NumericGradient.random(-1, 1, 4, 3, 2);
        NumericGradient.check((tf, x) -> tf.call("BatchMatMulV2", x.get(0), x.get(1)), left, right);
        Tensor a = NumericGradient.random(-1, 1, 2, 3);
        Tensor b = NumericGradient.random(-1, 1, 4, 2);
        NumericGradient.check((tf, x) -> MatMul.of(tf, x.get(0), x.get(1), true, true), a, b);
        for (String equation : List.of("ij,jk->ik", "ij,jk->i", "ij,jk->kij")) {
            NumericGradient.check(
                    (tf, x) -> Einsum.of(tf, equation, x.get(0), x.get(1)), a, NumericGradient.random(-1, 1, 3, 2));
        }
        NumericGradient.check((tf, x) -> Einsum.of(tf, "...ij,...jk->...ik", x.get(0), x.get(1)), left, right);
        NumericGradient.check((tf, x) -> Einsum.of(tf, "iij->ji", x.get(0)), NumericGradient.random(-1, 1, 2, 2, 3));
    }
}

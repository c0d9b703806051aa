package io.leat.conformance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.graph.Gradients;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.testkit.Domain;
import io.leat.testkit.Seeded;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The factors of matrices, which TensorFlow leaves free but for a factor of absolute value 1, multiply to the matrices. */
final class DecompositionsTest {
    private static final double NEAR = 1e-12;
    private static final long[][] SHAPES = {{3, 3}, {2, 5, 3}, {2, 3, 5}, {1, 4}, {7, 7}};

    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();

    private Output product(Output a, Output b, boolean adjointA, boolean adjointB) {
        return tf.op("BatchMatMulV2")
                .input(a)
                .input(b)
                .attr("adj_x", adjointA)
                .attr("adj_y", adjointB)
                .add()
                .output(0);
    }

    private Output random(DType type, long... dims) {
        return tf.constant(new Seeded(7).tensor(type, Shape.of(dims), Domain.ANY));
    }

    private void requireNear(Output actual, Output expected) {
        try (var session = Session.open(graph)) {
            List<Tensor> both = session.run(List.of(actual, expected), Map.of(), List.of());
            Elements a = Elements.of(both.get(0));
            Elements e = Elements.of(both.get(1));
            assertThat(a.shape()).isEqualTo(e.shape());
            for (int i = 0; i < e.size(); i++) {
                assertThat(Math.hypot(a.real(i) - e.real(i), a.imag(i) - e.imag(i)))
                        .isLessThan(NEAR * 100);
            }
        }
    }

    /** The identity in the shape of the squares of {@code columns}. */
    private void requireOrthonormal(Output columns) {
        Output square = product(columns, columns, true, false);
        Output ones = tf.call("OnesLike", tf.call("MatrixDiagPart", square));
        requireNear(square, tf.call("MatrixDiag", ones));
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "COMPLEX128"})
    void singularValues(DType type) {
        for (long[] dims : SHAPES) {
            Output a = random(type, dims);
            Node svd = tf.call("Svd", a).node();
            Output scaled = product(svd.output(1), tf.call("MatrixDiag", svd.output(0)), false, false);
            requireNear(product(scaled, svd.output(2), false, true), a);
            requireOrthonormal(svd.output(1));
            requireOrthonormal(svd.output(2));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "COMPLEX128"})
    void allSingularVectors(DType type) {
        for (long[] dims : SHAPES) {
            Node svd = tf.op("Svd")
                    .input(random(type, dims))
                    .attr("full_matrices", true)
                    .add();
            requireOrthonormal(svd.output(1));
            requireOrthonormal(svd.output(2));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT64", "COMPLEX128"})
    void eigenvectors(DType type) {
        for (long n : new long[] {1, 2, 5, 9}) {
            Output a = random(type, 2, n, n);
            Output hermitian = tf.call("Add", a, tf.call("ConjugateTranspose", a, tf.constant(0, 2, 1)));
            Node eigen = tf.call("SelfAdjointEigV2", hermitian).node();
            Output scaled = product(eigen.output(1), tf.call("MatrixDiag", eigen.output(0)), false, false);
            requireNear(product(scaled, eigen.output(1), false, true), hermitian);
            requireOrthonormal(eigen.output(1));
        }
    }

    /** Half the sum of the squares of the elements of L is half the trace of A: its gradient is half the identity. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT64"})
    void gradientOfCholesky(DType type) {
        Output b = random(type, 4, 4);
        Output a = product(b, b, false, true);
        Output l = tf.call("Cholesky", a);
        Output half = tf.constant(0.5, type);
        Output sum = tf.call("Sum", tf.call("Mul", half, tf.call("Mul", l, l)), tf.constant(0, 1));
        Output da = Objects.requireNonNull(
                Gradients.in(tf).dense(List.of(sum), List.of(a)).getFirst());
        requireNear(da, tf.call("MatrixDiag", tf.constant(Tensor.vector(0.5, 0.5, 0.5, 0.5))));
    }

    /** TensorFlow sets the lower triangle only, and leaves the rest as it lay in memory. */
    @Test
    void whatIsNotPositiveDefiniteHasNoFactor() {
        Output l = tf.call("Cholesky", tf.constant(Tensor.of(Shape.of(2, 2), 1.0, 2, 2, 1)));
        try (var session = Session.open(graph)) {
            double[] values = session.run(l).toDoubleArray();
            assertThat(new double[] {values[0], values[2], values[3]}).containsOnly(Double.NaN);
        }
    }
}

package io.leat.ops.nn;

import static io.leat.ops.Plain.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.leat.ops.Plain;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ActivationsTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double E = Math.exp(-1);

    private static double[] of(String op, double... x) {
        return Plain.op(op).in(doubles(Shape.of(x.length), x)).values();
    }

    private static double[] grad(String op, double[] g, double... x) {
        Shape s = Shape.of(x.length);
        return Plain.op(op).in(doubles(s, g), doubles(s, x)).values();
    }

    @Test
    void rectifiers() {
        assertThat(of("Relu", -2, 0, 3, Double.NaN)).containsExactly(0, 0, 3, Double.NaN);
        assertThat(of("Relu6", -2, 5, 7, Double.NaN)).containsExactly(0, 5, 6, Double.NaN);
        assertThat(of("LeakyRelu", -2, 3)).containsExactly(new double[] {-0.4, 3}, within(1e-7));
        double[] steep = Plain.op("LeakyRelu")
                .in(doubles(Shape.of(2), -2, 3))
                .attr("alpha", 2f)
                .values();
        assertThat(steep).containsExactly(-4, 3);
    }

    @Test
    void rectifiersOfIntegers() {
        Tensor x = Tensor.of(DType.INT8, Shape.of(3), -128, 0, 127);
        assertThat(Plain.op("Relu").in(x).values()).containsExactly(0, 0, 127);
        assertThat(Plain.op("Relu6").in(x).values()).containsExactly(0, 0, 6);
        Tensor large = Tensor.of(DType.UINT64, Shape.of(2), 1, 0x1p63);
        assertThat(Plain.op("Relu").in(large).values()).containsExactly(1, 0x1p63);
        assertThat(Plain.op("Relu6").in(large).values()).containsExactly(1, 6);
        assertThat(Plain.op("ReluGrad").in(large, large).values()).containsExactly(1, 0x1p63);
    }

    @Test
    void exponentials() {
        assertThat(of("Elu", -1, 2)).containsExactly(new double[] {E - 1, 2}, CLOSE);
        assertThat(of("Selu", -1, 2))
                .containsExactly(new double[] {1.7580993408473766 * (E - 1), 2 * 1.0507009873554805}, CLOSE);
        assertThat(of("Softsign", -1, 3)).containsExactly(-0.5, 0.75);
    }

    @Test
    void gradients() {
        double[] g = {5, 7, 11};
        assertThat(grad("ReluGrad", g, -1, 0, 1)).containsExactly(0, 0, 11);
        assertThat(grad("Relu6Grad", g, 6, 5, 0)).containsExactly(0, 7, 0);
        assertThat(grad("LeakyReluGrad", g, -1, 0, 1)).containsExactly(new double[] {1, 1.4, 11}, within(1e-6));
        assertThat(grad("EluGrad", g, -0.5, 0, 1)).containsExactly(2.5, 7, 11);
        assertThat(grad("SoftplusGrad", g, 0, 1000, -1000)).containsExactly(2.5, 7, 0);
        assertThat(grad("SoftsignGrad", g, 0, 1, -1)).containsExactly(5, 1.75, 2.75);
        assertThat(grad("SeluGrad", g, -0.5, 0, 1)[0]).isCloseTo(5 * (1.7580993408473766 - 0.5), CLOSE);
    }

    @Test
    void gradientsNeedEqualShapes() {
        Plain wrong = Plain.op("ReluGrad").in(doubles(Shape.of(2), 1, 2), doubles(Shape.of(1), 1));
        assertThatThrownBy(wrong::run)
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("g and a must be the same size");
        assertThatThrownBy(() -> wrong.inferred(0)).isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void lossIsHalfTheSumOfSquares() {
        assertThat(of("L2Loss", 1, 2, 3)).containsExactly(7);
        assertThat(of("L2Loss")).containsExactly(0);
    }
}

package io.leat.ops.linalg;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.ComplexFunctions;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Sums of products over dimensions that an equation names: in {@code ij,jk->ik} the element (i, k) is the sum over all j
 * of the products of (i, j) of the first and (j, k) of the second input. A letter that occurs twice in one term walks
 * along the diagonal; {@code ...} stands for dimensions that broadcast.
 */
@OpSpec("Einsum(inputs: N * T) -> (output: T); equation: string; N: int >= 1; T: type")
public final class Einsum extends Op {
    /**
     * Any number of inputs; the output may be left out, and is then the letters that occur once, in alphabetical order,
     * after the ellipsis. More than two inputs are multiplied from left to right.
     */
    @Endpoint("einsum")
    @Endpoint("linalg.einsum")
    public static Output of(Ops tf, String equation, Operand... inputs) {
        return new EinsumChain(tf, equation).of(List.of(inputs));
    }

    static Output of(Ops tf, String equation, List<? extends Operand> inputs) {
        return tf.op("Einsum").inputs(inputs).attr("equation", equation).add().output(0);
    }

    @Override
    protected void infer(Inference c) {
        EinsumEquation equation = EinsumEquation.parse(c.attrs().text("equation"));
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < c.inputs(); i++) {
            Shape s = c.shape(i);
            String term = i < equation.inputs().size() ? equation.inputs().get(i) : "";
            if (!s.hasRank() && term.contains(".")) {
                return;
            }
            shapes.add(s.hasRank() ? s : Shape.ofRank(term.length()));
        }
        c.output(0, equation.labels(shapes).outputShape());
    }

    @Override
    protected void compute(Compute c) {
        if (!c.outputDType(0).isNumeric()) {
            throw new UnimplementedException("Einsum of " + c.outputDType(0).signatureName());
        }
        List<Shape> shapes = new ArrayList<>();
        List<Elements> x = new ArrayList<>();
        for (int i = 0; i < c.inputs(); i++) {
            shapes.add(c.shape(i));
            x.add(Elements.of(c.input(i)));
        }
        var labels = EinsumEquation.parse(c.attrs().text("equation")).labels(shapes);
        Elements y = Elements.allocate(c.outputDType(0), labels.outputShape());
        if (y.size() > 0) {
            new Loops(labels, x, y).run();
        }
        c.output(0, y.tensor());
    }

    /** A loop for each label: those of the output outside, the summed ones inside. */
    private static final class Loops {
        private final List<Elements> x;
        private final Elements y;
        private final long[] sizes;
        private final int outer;
        private final long[][] strides;
        private final long[] outputStrides;

        Loops(EinsumEquation.Labels labels, List<Elements> x, Elements y) {
            this.x = x;
            this.y = y;
            var all = new LinkedHashSet<>(labels.output());
            outer = all.size();
            labels.inputs().forEach(all::addAll);
            List<Integer> order = List.copyOf(all);
            sizes = order.stream().mapToLong(labels::size).toArray();
            strides = new long[x.size()][];
            for (int i = 0; i < x.size(); i++) {
                strides[i] = strides(order, labels.inputs().get(i), x.get(i).shape());
            }
            outputStrides = strides(order, labels.output(), y.shape());
        }

        /** How far one step of each label goes in a tensor with these labels. */
        private static long[] strides(List<Integer> order, List<Integer> labels, Shape shape) {
            long[] own = shape.strides();
            long[] out = new long[order.size()];
            for (int d = 0; d < labels.size(); d++) {
                out[order.indexOf(labels.get(d))] += shape.dim(d) == 1 ? 0 : own[d];
            }
            return out;
        }

        void run() {
            long[] at = new long[sizes.length];
            do {
                sum(at);
            } while (next(at, 0, outer));
        }

        /** Advances the counters from {@code from} to {@code to}, the last one fastest; false after the last place. */
        private boolean next(long[] at, int from, int to) {
            for (int d = to - 1; d >= from; d--) {
                if (++at[d] < sizes[d]) {
                    return true;
                }
                at[d] = 0;
            }
            return false;
        }

        private int offset(long[] steps, long[] at) {
            long sum = 0;
            for (int d = 0; d < at.length; d++) {
                sum += steps[d] * at[d];
            }
            return (int) sum;
        }

        private void sum(long[] at) {
            int to = offset(outputStrides, at);
            long integer = 0;
            double re = 0;
            double im = 0;
            boolean empty = false;
            for (int d = outer; d < sizes.length; d++) {
                empty |= sizes[d] == 0;
            }
            if (!empty) {
                do {
                    long factor = 1;
                    double[] product = {1, 0};
                    for (int i = 0; i < x.size(); i++) {
                        int from = offset(strides[i], at);
                        if (y.dtype().isInteger()) {
                            factor *= x.get(i).integer(from);
                        } else if (y.dtype().isComplex()) {
                            product = ComplexFunctions.multiply(
                                    product[0],
                                    product[1],
                                    x.get(i).real(from),
                                    x.get(i).imag(from));
                        } else {
                            product[0] *= x.get(i).real(from);
                        }
                    }
                    integer += factor;
                    re += product[0];
                    im += product[1];
                } while (next(at, outer, sizes.length));
            }
            if (y.dtype().isInteger()) {
                y.setInteger(to, integer);
            } else {
                y.set(to, re, im);
            }
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        return new EinsumLowering(c).lower();
    }

    @Override
    protected void gradient(Backprop b) {
        if (b.node().inputCount() > 2) {
            throw new InvalidArgumentException("Einsum of more than two inputs has no gradient");
        }
        new EinsumGradient(b).run();
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}

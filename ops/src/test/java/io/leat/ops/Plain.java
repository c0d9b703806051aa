package io.leat.ops;

import io.leat.graph.Attr;
import io.leat.graph.Compute;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One node and its plain meaning: {@code Plain.op("Relu").in(x).attr("alpha", 0.1f).run()}. */
public final class Plain {
    private final String op;
    private final List<Tensor> inputs = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Attr> values = new ArrayList<>();

    private Plain(String op) {
        this.op = op;
    }

    public static Plain op(String op) {
        return new Plain(op);
    }

    public Plain in(Tensor... more) {
        inputs.addAll(List.of(more));
        return this;
    }

    public Plain attr(String name, Attr value) {
        names.add(name);
        values.add(value);
        return this;
    }

    public Plain attr(String name, String value) {
        return attr(name, Attr.of(value));
    }

    public Plain attr(String name, boolean value) {
        return attr(name, Attr.of(value));
    }

    public Plain attr(String name, float value) {
        return attr(name, Attr.of(value));
    }

    public Plain ints(String name, long... value) {
        return attr(name, Attr.of(value));
    }

    public Plain integer(String name, long value) {
        return attr(name, Attr.of(value));
    }

    /** The node on inputs of which only the dtypes are known, or all but the values. */
    public Node node(boolean shapesKnown) {
        Graph graph = Graph.create();
        NodeBuilder b = graph.ops().op(op);
        for (int i = 0; i < inputs.size(); i++) {
            Tensor t = inputs.get(i);
            Output x = graph.ops().placeholder("x" + i, t.dtype(), shapesKnown ? t.shape() : Shape.UNKNOWN);
            b.input(x);
        }
        for (int i = 0; i < names.size(); i++) {
            b.attr(names.get(i), values.get(i));
        }
        return b.add();
    }

    /** The shape inferred for output {@code i} from inputs of these shapes. */
    public Shape inferred(int i) {
        return node(true).output(i).shape();
    }

    /** All outputs, computed without the checks that inference makes from known shapes. */
    public Tensor[] outputs() {
        return Compute.run(node(false), inputs.toArray(new Tensor[0]), null);
    }

    /** The first output. */
    public Tensor run() {
        return outputs()[0];
    }

    /** The elements of the first output. */
    public double[] values() {
        return values(run());
    }

    public static double[] values(Tensor t) {
        Elements e = Elements.of(t);
        double[] out = new double[e.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = e.real(i);
        }
        return out;
    }

    public static Tensor floats(Shape shape, double... values) {
        return Tensor.of(DType.FLOAT32, shape, values);
    }

    public static Tensor doubles(Shape shape, double... values) {
        return Tensor.of(DType.FLOAT64, shape, values);
    }

    /** Doubles between -1 and 1. */
    public static Tensor random(Random random, long... dims) {
        Elements e = Elements.allocate(DType.FLOAT64, Shape.of(dims));
        for (int i = 0; i < e.size(); i++) {
            e.set(i, 2 * random.nextDouble() - 1);
        }
        return e.tensor();
    }

    /** The numbers from 0 on. */
    public static Tensor counting(DType dtype, long... dims) {
        Elements e = Elements.allocate(dtype, Shape.of(dims));
        for (int i = 0; i < e.size(); i++) {
            e.set(i, i);
        }
        return e.tensor();
    }

    /** The sum of the products of the elements. */
    public static double dot(Tensor a, Tensor b) {
        double sum = 0;
        double[] x = values(a);
        double[] y = values(b);
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}

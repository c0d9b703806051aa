package io.leat.graph;

import io.leat.graph.Node.HandleInfo;
import io.leat.graph.Node.OutputInfo;
import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shape rule sees of the inputs and says of the outputs: when a node is added with what is known then, and again
 * when a plan is made for fully known feeds.
 */
public final class Inference {
    /** What is known of the inputs. */
    public interface Known {
        int count();

        DType dtype(int i);

        Shape shape(int i);

        /** The value if it is known. */
        @Nullable
        Tensor constant(int i);

        /** What is known of the elements of an integer vector, as the dimensions of a shape. */
        @Nullable
        Shape partialValue(int i);

        /** What a resource handle refers to. */
        @Nullable
        HandleInfo handle(int i);
    }

    private final Op op;
    private final Attrs attrs;
    private final int producer;
    private final Known known;
    private final List<DType> types;
    private final Shape[] shapes;
    private final @Nullable Tensor[] values;
    private final @Nullable Shape[] partials;
    private final @Nullable HandleInfo[] handles;

    private Inference(Op op, Attrs attrs, int producer, Known known) {
        this.op = op;
        this.attrs = attrs;
        this.producer = producer;
        this.known = known;
        this.types = op.signature().outputTypes(attrs);
        int n = types.size();
        this.shapes = new Shape[n];
        java.util.Arrays.fill(shapes, Shape.UNKNOWN);
        this.values = new Tensor[n];
        this.partials = new Shape[n];
        this.handles = new HandleInfo[n];
    }

    static Inference ofNode(Node node, Op op) {
        return new Inference(op, node.attrs(), node.graph().producer(), new KnownOfNode(node));
    }

    /** Infers anew for a node, from better knowledge of its inputs. */
    public static Inference again(Node node, Known known) {
        Op op = node.op();
        if (op == null) {
            throw new InternalException("no op: " + node);
        }
        return new Inference(op, node.attrs(), node.graph().producer(), known).infer();
    }

    private Inference infer() {
        op.infer(this);
        return this;
    }

    List<OutputInfo> run() {
        infer();
        List<OutputInfo> out = new ArrayList<>();
        for (int i = 0; i < shapes.length; i++) {
            boolean ref = op.signature().isRefOutput(i, attrs);
            out.add(new OutputInfo(types.get(i), shapes[i], ref, values[i], partials[i], handles[i]));
        }
        return List.copyOf(out);
    }

    public Attrs attrs() {
        return attrs;
    }

    /** The graph format version of the program that made the graph. */
    public int producer() {
        return producer;
    }

    public int inputs() {
        return known.count();
    }

    public Shape shape(int input) {
        return known.shape(input);
    }

    /**
     * The shape of an input that must have {@code rank} dimensions.
     *
     * @throws InvalidArgumentException if it is known to have another rank
     */
    public Shape shape(int input, int rank) {
        Shape s = known.shape(input);
        if (s.hasRank() && s.rank() != rank) {
            throw new InvalidArgumentException(
                    "Shape must be rank " + rank + " but is rank " + s.rank() + ", input " + input + " is " + s);
        }
        return s.hasRank() ? s : Shape.ofRank(rank);
    }

    public DType dtype(int input) {
        return known.dtype(input);
    }

    /** The value of an input if it is known before the run, otherwise null. */
    public @Nullable Tensor constant(int input) {
        return known.constant(input);
    }

    /** The elements of an integer input as longs if they are known, otherwise null. */
    public long @Nullable [] integers(int input) {
        Tensor t = known.constant(input);
        return t == null ? null : Constants.integers(t);
    }

    /** The only element of an integer input if it is known, otherwise null. */
    public @Nullable Long integer(int input) {
        long[] all = integers(input);
        if (all == null) {
            return null;
        }
        if (all.length != 1) {
            throw new InvalidArgumentException(
                    "input " + input + " must be a scalar, it has " + all.length + " elements");
        }
        return all[0];
    }

    /** The shape that an integer vector describes, as far as its elements are known; -1 means an unknown dimension. */
    public Shape shapeValue(int input) {
        Tensor t = known.constant(input);
        if (t != null) {
            if (t.shape().rank() == 0 && Constants.integers(t)[0] == Shape.ANY) {
                return Shape.UNKNOWN;
            }
            return Shape.of(Constants.integers(t));
        }
        Shape partial = known.partialValue(input);
        if (partial != null) {
            return partial;
        }
        Shape s = shape(input);
        return s.rank() == 1 && s.dim(0) != Shape.ANY ? Shape.ofRank((int) s.dim(0)) : Shape.UNKNOWN;
    }

    /** What is known of the elements of an integer vector input, as dimensions, or null. */
    public @Nullable Shape partialValue(int input) {
        return known.partialValue(input);
    }

    /** What a resource input refers to, or null when that is not known. */
    public @Nullable HandleInfo handle(int input) {
        return known.handle(input);
    }

    public int outputs() {
        return shapes.length;
    }

    public DType outputDType(int output) {
        return types.get(output);
    }

    public void output(int i, Shape shape) {
        shapes[i] = shape;
    }

    /** What is said so far of output {@code i}. */
    public Shape outputShape(int i) {
        return shapes[i];
    }

    /** Says the value of an output that follows from shapes alone. */
    public void value(int output, Tensor value) {
        values[output] = value;
    }

    public @Nullable Tensor outputValue(int output) {
        return values[output];
    }

    /** Says what is known of the elements of an output that is an integer vector. */
    public void partialValue(int output, Shape elements) {
        partials[output] = elements;
        if (elements.isFullyKnown()) {
            Tensor t = io.leat.tensor.raw.Raw.allocate(types.get(output), Shape.of(elements.rank()));
            Elements e = Elements.of(t);
            for (int i = 0; i < elements.rank(); i++) {
                e.setInteger(i, elements.dim(i));
            }
            values[output] = t;
        }
    }

    /** {@link #partialValue(int, Shape)} with -1 for an element that is not known; for elements that may be dimensions. */
    public void partialElements(int output, long... elements) {
        for (long e : elements) {
            if (e < Shape.ANY) {
                return;
            }
        }
        partialValue(output, Shape.of(elements));
    }

    public @Nullable Shape outputPartialValue(int output) {
        return partials[output];
    }

    /** Says what an output handle refers to. */
    public void handle(int output, HandleInfo info) {
        handles[output] = info;
    }

    public @Nullable HandleInfo outputHandle(int output) {
        return handles[output];
    }

    private record KnownOfNode(Node node) implements Known {
        @Override
        public int count() {
            return node.inputCount();
        }

        @Override
        public DType dtype(int i) {
            return node.input(i).dtype();
        }

        @Override
        public Shape shape(int i) {
            return node.input(i).shape();
        }

        @Override
        public @Nullable Tensor constant(int i) {
            return node.input(i).constantValue();
        }

        @Override
        public @Nullable Shape partialValue(int i) {
            OutputInfo info = node.input(i).node().info(node.input(i).index());
            return info == null ? null : info.partialValue();
        }

        @Override
        public @Nullable HandleInfo handle(int i) {
            return node.input(i).node().handle(node.input(i).index());
        }
    }
}

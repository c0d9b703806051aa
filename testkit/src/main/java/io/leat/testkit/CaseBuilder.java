package io.leat.testkit;

import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Graph;
import io.leat.graph.NodeBuilder;
import io.leat.graph.OpRegistry;
import io.leat.graph.Signature;
import io.leat.graph.Signature.Arg;
import io.leat.graph.Signature.AttrDef;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Describes the inputs and attributes of cases in the order of the op's signature. Cases of an op that no library has are
 * dropped: a library may lack ops that the tables know.
 */
@SuppressWarnings("MutablePublicArray") // lists of dtypes, read by the cases of tests only
public final class CaseBuilder {
    public static final DType[] FLOATS = {DType.FLOAT32, DType.FLOAT64, DType.FLOAT16, DType.BFLOAT16};
    public static final DType[] REALS = {
        DType.FLOAT32,
        DType.FLOAT64,
        DType.FLOAT16,
        DType.BFLOAT16,
        DType.INT32,
        DType.INT64,
        DType.INT8,
        DType.UINT8,
        DType.INT16,
        DType.UINT16,
        DType.UINT32,
        DType.UINT64
    };
    public static final DType[] NUMBERS = {
        DType.FLOAT32,
        DType.FLOAT64,
        DType.FLOAT16,
        DType.BFLOAT16,
        DType.INT32,
        DType.INT64,
        DType.INT8,
        DType.UINT8,
        DType.INT16,
        DType.UINT16,
        DType.UINT32,
        DType.UINT64,
        DType.COMPLEX64,
        DType.COMPLEX128
    };
    public static final DType[] ALL = {
        DType.FLOAT32,
        DType.FLOAT64,
        DType.FLOAT16,
        DType.BFLOAT16,
        DType.INT32,
        DType.INT64,
        DType.INT8,
        DType.UINT8,
        DType.INT16,
        DType.UINT16,
        DType.UINT32,
        DType.UINT64,
        DType.COMPLEX64,
        DType.COMPLEX128,
        DType.BOOL,
        DType.STRING
    };

    /** Makes an input for the dtype of a case. */
    private interface Maker {
        Tensor make(Seeded seeded, @Nullable DType type, DType index, List<Tensor> before);
    }

    private final Cases cases;
    private final String op;
    private final List<Maker> makers = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final Set<Integer> constants = new HashSet<>();
    private final Set<Integer> typed = new HashSet<>();
    private final Set<Integer> random = new HashSet<>();
    private final Map<String, Attr> attrs = new TreeMap<>();
    private @Nullable String failure;
    private boolean gradient = true;
    private boolean indexed;
    private int openList = -1;

    CaseBuilder(Cases cases, String op) {
        this.cases = cases;
        this.op = op;
    }

    private CaseBuilder add(Maker m, boolean constant, boolean differentiable) {
        int at = makers.size();
        makers.add(m);
        if (openList >= 0) {
            sizes.set(openList, sizes.get(openList) + 1);
        } else {
            sizes.add(-1);
        }
        if (constant) {
            constants.add(at);
        }
        if (differentiable) {
            typed.add(at);
            random.add(at);
        }
        return this;
    }

    /** A random input of the case's dtype. */
    public CaseBuilder x(long... dims) {
        return x(Domain.ANY, dims);
    }

    public CaseBuilder x(Domain domain, long... dims) {
        Shape shape = Shape.of(dims);
        return add((s, t, i, before) -> s.tensor(java.util.Objects.requireNonNull(t), shape, domain), false, true);
    }

    /** A random input of the case's dtype in whose direction the op has no derivative. */
    public CaseBuilder fixed(long... dims) {
        return fixed(Domain.ANY, dims);
    }

    /** A given input of the case's dtype in whose direction the op has no derivative. */
    public CaseBuilder fixedValues(Shape shape, double... values) {
        typed.add(makers.size());
        return add((s, t, i, before) -> Tensor.of(java.util.Objects.requireNonNull(t), shape, values), false, false);
    }

    /** A random input of the case's dtype in whose direction the op has no derivative. */
    public CaseBuilder fixed(Domain domain, long... dims) {
        Shape shape = Shape.of(dims);
        typed.add(makers.size());
        return add((s, t, i, before) -> s.tensor(java.util.Objects.requireNonNull(t), shape, domain), false, false);
    }

    /** A random input of that dtype. */
    public CaseBuilder of(DType dtype, Domain domain, long... dims) {
        Shape shape = Shape.of(dims);
        return add((s, t, i, before) -> s.tensor(dtype, shape, domain), false, false);
    }

    /** A random input of the case's dtype whose elements lie at least a quarter apart, for ops that choose among them. */
    public CaseBuilder distinct(long... dims) {
        Shape shape = Shape.of(dims);
        return add((s, t, i, before) -> s.distinct(java.util.Objects.requireNonNull(t), shape), false, true);
    }

    /** The same without a derivative in its direction. */
    public CaseBuilder distinctFixed(long... dims) {
        Shape shape = Shape.of(dims);
        typed.add(makers.size());
        return add((s, t, i, before) -> s.distinct(java.util.Objects.requireNonNull(t), shape), false, false);
    }

    /** A random input of the case's dtype whose last dimension sums to 1: no derivative in its direction. */
    public CaseBuilder distributions(long... dims) {
        Shape shape = Shape.of(dims);
        typed.add(makers.size());
        return add((s, t, i, before) -> s.distributions(java.util.Objects.requireNonNull(t), shape), false, false);
    }

    /**
     * An output of op {@code from} for the first {@code inputs} inputs and the attributes given so far: an input of the
     * gradients of pooling ops, which has no derivative.
     */
    public CaseBuilder outputOf(String from, int output, int inputs) {
        Attrs given = Attrs.of(attrs);
        return add((s, t, i, before) -> plain(from, given, output, before.subList(0, inputs)), false, false);
    }

    /** A given input of the case's dtype. */
    public CaseBuilder values(Shape shape, double... values) {
        return add((s, t, i, before) -> Tensor.of(java.util.Objects.requireNonNull(t), shape, values), false, true);
    }

    /** An integer vector whose values decide shapes: int32, and int64 in a further case where the op takes both. */
    public CaseBuilder index(long... values) {
        return integers(true, Shape.of(values.length), values);
    }

    /** An integer scalar whose value decides shapes. */
    public CaseBuilder axis(long value) {
        return integers(true, Shape.SCALAR, value);
    }

    /** Integers that decide no shape. */
    public CaseBuilder ids(Shape shape, long... values) {
        return integers(false, shape, values);
    }

    private CaseBuilder integers(boolean constant, Shape shape, long... values) {
        indexed = true;
        double[] d = new double[values.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = values[i];
        }
        return add((s, t, i, before) -> Tensor.of(i, shape, d), constant, false);
    }

    /** An input whose value decides shapes or dtypes. */
    public CaseBuilder constant(Tensor value) {
        return add((s, t, i, before) -> value, true, false);
    }

    public CaseBuilder input(Tensor value) {
        return add((s, t, i, before) -> value, false, false);
    }

    /** The inputs that follow, up to {@link #end}, are one list. */
    public CaseBuilder list() {
        openList = sizes.size();
        sizes.add(0);
        return this;
    }

    public CaseBuilder end() {
        openList = -1;
        return this;
    }

    public CaseBuilder attr(String name, Attr value) {
        attrs.put(name, value);
        return this;
    }

    public CaseBuilder attr(String name, long value) {
        return attr(name, Attr.of(value));
    }

    public CaseBuilder attr(String name, boolean value) {
        return attr(name, Attr.of(value));
    }

    public CaseBuilder attr(String name, float value) {
        return attr(name, Attr.of(value));
    }

    public CaseBuilder attr(String name, String value) {
        return attr(name, Attr.of(value));
    }

    public CaseBuilder attr(String name, DType value) {
        return attr(name, Attr.of(value));
    }

    public CaseBuilder ints(String name, long... values) {
        return attr(name, Attr.of(values));
    }

    /** The node must fail with a message that contains {@code fragment}. */
    public CaseBuilder fails(String fragment) {
        failure = fragment;
        return this;
    }

    /** The values lie where the op has a kink or a jump, or its gradient is no derivative. */
    public CaseBuilder noGradient() {
        gradient = false;
        return this;
    }

    /** Adds a case for each dtype of {@code types} that the op allows. */
    public void over(DType... types) {
        if (OpRegistry.find(op) == null) {
            return;
        }
        boolean first = true;
        for (DType t : types) {
            if (allowed(t)) {
                add(t, DType.INT32);
                if (first && indexed && takesBothIndexTypes()) {
                    add(t, DType.INT64);
                }
                first = false;
            }
        }
    }

    /** Adds one case, whose inputs have the dtypes that they were given with. */
    public void once() {
        add(null, DType.INT32);
    }

    /** Adds one case with int64 for the integer inputs. */
    public void onceWide() {
        add(null, DType.INT64);
    }

    private static Tensor plain(String op, Attrs attrs, int output, List<Tensor> inputs) {
        Graph graph = Graph.create();
        NodeBuilder b = graph.ops().op(op).attrs(attrs);
        inputs.forEach(t -> b.input(graph.ops().constant(t)));
        return Compute.run(b.add(), inputs.toArray(new Tensor[0]), null)[output];
    }

    private boolean allowed(DType t) {
        Signature s = OpRegistry.get(op).signature();
        int at = 0;
        for (int i = 0; i < sizes.size(); i++) {
            int n = Math.max(sizes.get(i), sizes.get(i) < 0 ? 1 : 0);
            if (n > 0 && typed.contains(at)) {
                Arg arg = s.inputs().get(i);
                if (arg.type() != null) {
                    return arg.type() == t;
                }
                AttrDef def = arg.typeAttr() == null ? null : s.attr(arg.typeAttr());
                return def == null || def.types().isEmpty() || def.types().contains(t);
            }
            at += n;
        }
        return true;
    }

    private boolean takesBothIndexTypes() {
        Signature s = OpRegistry.get(op).signature();
        int at = 0;
        for (int i = 0; i < sizes.size(); i++) {
            int n = sizes.get(i) < 0 ? 1 : sizes.get(i);
            Arg arg = s.inputs().get(i);
            AttrDef def = arg.typeAttr() == null ? null : s.attr(arg.typeAttr());
            boolean wide = def != null && (def.types().isEmpty() || def.types().contains(DType.INT64));
            if (n > 0 && !typed.contains(at) && !wide) {
                return false;
            }
            at += n;
        }
        return true;
    }

    private void add(@Nullable DType t, DType index) {
        if (OpRegistry.find(op) == null) {
            return;
        }
        long seed = 1000L * Math.floorMod(op.hashCode(), 1_000_000) + cases.count(op);
        var seeded = new Seeded(seed);
        List<Tensor> inputs = new ArrayList<>();
        for (Maker m : makers) {
            inputs.add(m.make(seeded, t, index, inputs));
        }
        boolean real = t == DType.FLOAT64 || t == DType.FLOAT32;
        Set<Integer> differentiable = gradient && real && failure == null ? random : Set.of();
        cases.add(new OpCase(
                op,
                "case " + cases.count(op),
                seed,
                inputs,
                sizes,
                constants,
                Attrs.of(attrs),
                differentiable,
                failure));
    }
}

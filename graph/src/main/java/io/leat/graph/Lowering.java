package io.leat.graph;

import io.leat.ir.ArrayKernel;
import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Origin;
import io.leat.ir.ProductKernel;
import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an op says what it does in core instructions. All input and output shapes are fully known; values of inputs are
 * known where they are constant for the plan.
 */
public final class Lowering {
    private final Attrs attrs;
    private final List<Value> inputs;
    private final List<@Nullable Tensor> constants;
    private final List<Shape> outputShapes;
    private final List<DType> outputTypes;
    private final CoreProgram.Builder builder;
    private final Node node;
    private final Origin origin;
    private final @Nullable Value[] outputs;

    /** For the compiler: one node with the values that its inputs have become. */
    public Lowering(
            Node node,
            List<Value> inputs,
            List<@Nullable Tensor> constants,
            List<Shape> outputShapes,
            CoreProgram.Builder builder) {
        this.node = node;
        this.attrs = node.attrs();
        this.inputs = inputs;
        this.constants = constants;
        this.outputShapes = outputShapes;
        this.outputTypes = node.outputs().stream().map(Output::dtype).toList();
        this.builder = builder;
        this.origin = node;
        this.outputs = new Value[outputShapes.size()];
    }

    /** Lowers a node; null means that the op leaves it to its plain meaning. */
    public @Nullable List<Value> run(Op op) {
        if (!op.lower(this)) {
            return null;
        }
        List<Value> out = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            Value v = outputs[i];
            if (node.isRef(i)) {
                out.add(java.util.Objects.requireNonNull(v));
                continue;
            }
            if (v == null || !v.shape().equals(outputShapes.get(i)) || v.dtype() != outputTypes.get(i)) {
                throw new InternalException(
                        "lowered to " + v + " where " + outputTypes.get(i) + outputShapes.get(i) + " was inferred",
                        origin.errorSite(),
                        null);
            }
            out.add(v);
        }
        return out;
    }

    public Attrs attrs() {
        return attrs;
    }

    public int inputs() {
        return inputs.size();
    }

    public Value input(int i) {
        return inputs.get(i);
    }

    public List<Value> allInputs() {
        return inputs;
    }

    public Shape shape(int i) {
        return inputs.get(i).shape();
    }

    public DType dtype(int i) {
        return inputs.get(i).dtype();
    }

    /** The value of an input if it is the same in every run of the plan, otherwise null. */
    public @Nullable Tensor constant(int i) {
        return constants.get(i);
    }

    public int outputs() {
        return outputs.length;
    }

    public Shape outputShape(int i) {
        return outputShapes.get(i);
    }

    public DType outputDType(int i) {
        return outputTypes.get(i);
    }

    public void output(int i, Value value) {
        outputs[i] = value;
    }

    public Value constant(Tensor value) {
        return builder.emit(new CoreOp.Constant(value), value.dtype(), value.shape(), origin);
    }

    /** An expression of the elements of {@code in}, which are broadcast to their common shape. */
    public Value map(Scalar body, Value... in) {
        Shape shape = Shape.SCALAR;
        for (Value v : in) {
            shape = shape.broadcast(v.shape());
        }
        return mapTo(shape, body, in);
    }

    /** Like {@link #map}, broadcast to {@code shape}. */
    public Value mapTo(Shape shape, Scalar body, Value... in) {
        return builder.emit(new CoreOp.Map(List.of(body)), body.type(), shape, origin, in);
    }

    public Value broadcast(Value x, Shape shape) {
        return x.shape().equals(shape) ? x : mapTo(shape, Scalar.input(0, x.dtype()), x);
    }

    /** Combines along {@code axes}, in any order. */
    public Value reduce(ReduceKind kind, Value x, int[] axes, boolean keepDims) {
        int[] sorted = axes.clone();
        Arrays.sort(sorted);
        long[] dims = x.shape().dims();
        long[] kept = dims.clone();
        for (int a : sorted) {
            kept[a] = 1;
        }
        long[] shape = keepDims ? kept : new long[dims.length - sorted.length];
        if (!keepDims) {
            int j = 0;
            for (int i = 0; i < dims.length; i++) {
                if (Arrays.binarySearch(sorted, i) < 0) {
                    shape[j++] = dims[i];
                }
            }
        }
        return builder.emit(new CoreOp.Reduce(kind, sorted, keepDims), x.dtype(), Shape.of(shape), origin, x);
    }

    /** Matrix product over the last two dimensions; the leading ones are equal or 1, and of equal number. */
    public Value matMul(Value a, Value b, boolean transposeA, boolean transposeB) {
        int r = a.shape().rank();
        Shape batch = a.shape().slice(0, r - 2).broadcast(b.shape().slice(0, r - 2));
        long m = a.shape().dim(transposeA ? r - 1 : r - 2);
        long n = b.shape().dim(transposeB ? r - 2 : r - 1);
        long[] dims = Arrays.copyOf(batch.dims(), r);
        dims[r - 2] = m;
        dims[r - 1] = n;
        return builder.emit(new CoreOp.MatMul(transposeA, transposeB), a.dtype(), Shape.of(dims), origin, a, b);
    }

    public Value reshape(Value x, Shape shape) {
        return x.shape().equals(shape) ? x : builder.emit(new CoreOp.Reshape(), x.dtype(), shape, origin, x);
    }

    public Value transpose(Value x, int... permutation) {
        long[] dims = new long[permutation.length];
        boolean moved = false;
        for (int i = 0; i < dims.length; i++) {
            dims[i] = x.shape().dim(permutation[i]);
            moved |= permutation[i] != i;
        }
        return moved
                ? builder.emit(new CoreOp.Transpose(permutation.clone()), x.dtype(), Shape.of(dims), origin, x)
                : x;
    }

    /** {@code sizes} elements from {@code begin} on by {@code strides} in each dimension; strides may be negative. */
    public Value slice(Value x, int[] begin, int[] sizes, int[] strides) {
        Shape shape = Shape.of(Arrays.stream(sizes).asLongStream().toArray());
        return builder.emit(new CoreOp.Slice(begin.clone(), strides.clone()), x.dtype(), shape, origin, x);
    }

    public Value concat(int axis, List<Value> parts) {
        Value first = parts.getFirst();
        long sum = parts.stream().mapToLong(p -> p.shape().dim(axis)).sum();
        return builder.emit(
                new CoreOp.Concat(axis),
                first.dtype(),
                first.shape().withDim(axis, sum),
                origin,
                parts.toArray(Value[]::new));
    }

    /** {@code x} within {@code shape}, {@code before[i]} elements from its start, the rest filled with {@code fill}, a scalar. */
    public Value pad(Value x, Value fill, int[] before, Shape shape) {
        return builder.emit(new CoreOp.Pad(before.clone()), x.dtype(), shape, origin, x, fill);
    }

    /** A hand-written loop with one result. */
    public Value library(String name, ArrayKernel kernel, DType dtype, Shape shape, Value... in) {
        return builder.emit(new CoreOp.Library(name, kernel), dtype, shape, origin, in);
    }

    /** A product of two inputs, one of them weights. */
    public Value product(String name, ProductKernel kernel, DType dtype, Shape shape, Value a, Value b) {
        return builder.emit(new CoreOp.Product(name, kernel, false, null), dtype, shape, origin, a, b);
    }

    /** A hand-written loop with several results. */
    public List<Value> library(String name, ArrayKernel kernel, List<DType> dtypes, List<Shape> shapes, Value... in) {
        List<Value> out = new ArrayList<>();
        for (int i = 0; i < dtypes.size(); i++) {
            out.add(builder.value(dtypes.get(i), shapes.get(i)));
        }
        builder.add(new CoreOp.Library(name, kernel), List.of(in), out, origin);
        return List.copyOf(out);
    }

    /** A hand-written loop that gives all outputs of the node. */
    public void libraryOutputs(String name, ArrayKernel kernel, Value... in) {
        List<Value> out = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            Value v = builder.value(outputTypes.get(i), outputShapes.get(i));
            outputs[i] = v;
            out.add(v);
        }
        builder.add(new CoreOp.Library(name, kernel), List.of(in), out, origin);
    }

    /** The value of the variable behind a handle. */
    public Value read(Value handle, DType dtype, Shape shape) {
        return builder.emit(new CoreOp.ReadVariable(), dtype, shape, origin, handle);
    }

    /** An elementwise update of variables in one pass: see {@link CoreOp.Update}. */
    public void update(int cells, int[] writes, List<Scalar> bodies, Value... in) {
        builder.add(new CoreOp.Update(cells, writes.clone(), bodies), List.of(in), List.of(), origin);
    }
}

package io.leat.ir;

import io.leat.ir.Scalar.Binary;
import io.leat.ir.Scalar.Cast;
import io.leat.ir.Scalar.Constant;
import io.leat.ir.Scalar.Input;
import io.leat.ir.Scalar.Select;
import io.leat.ir.Scalar.Unary;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates kernel expressions node by node: the judge of generated kernels, and what runs when none can be generated.
 * Immutable, for any number of threads.
 */
public final class ScalarInterpreter {
    private final List<Scalar> nodes;
    private final int[][] operands;
    private final int[] results;
    private final DType[] resultTypes;
    private final ScalarFunctions functions;

    private ScalarInterpreter(List<Scalar> bodies, ScalarFunctions functions) {
        this.nodes = Scalars.topological(bodies);
        this.functions = functions;
        this.operands = new int[nodes.size()][];
        Map<Scalar, Integer> number = new IdentityHashMap<>();
        for (int i = 0; i < operands.length; i++) {
            operands[i] = Scalars.operands(nodes.get(i)).stream()
                    .mapToInt(number::get)
                    .toArray();
            number.put(nodes.get(i), i);
        }
        this.results = bodies.stream().mapToInt(number::get).toArray();
        this.resultTypes = bodies.stream().map(Scalar::type).toArray(DType[]::new);
    }

    /** An interpreter of {@code bodies} with {@link ScalarFunctions#REFERENCE}. */
    public static ScalarInterpreter of(List<Scalar> bodies) {
        return of(bodies, ScalarFunctions.REFERENCE);
    }

    public static ScalarInterpreter of(List<Scalar> bodies, ScalarFunctions functions) {
        return new ScalarInterpreter(bodies, functions);
    }

    /**
     * Computes {@code n} elements. Element {@code i} of input {@code k} is
     * {@code inputs[k][inputAt[k] + i * inputStride[k]]}, of result {@code k} {@code outputs[k][outputAt + i]}; the
     * arrays are those that the dtypes are kept in. An output may be an input's array: all of an element's inputs are
     * read before its results are written.
     *
     * @throws ArithmeticException if an integer divisor is 0
     */
    public void run(Object[] inputs, int[] inputAt, int[] inputStride, Object[] outputs, int outputAt, int n) {
        double[] real = new double[nodes.size()];
        long[] integer = new long[nodes.size()];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < real.length; k++) {
                if (nodes.get(k) instanceof Input(var index, var type)) {
                    int at = inputAt[index] + i * inputStride[index];
                    if (type.isFloating()) {
                        real[k] = ArrayElements.real(type, inputs[index], at);
                    } else {
                        integer[k] = ArrayElements.integer(type, inputs[index], at);
                    }
                } else {
                    evaluate(k, real, integer);
                }
            }
            for (int k = 0; k < results.length; k++) {
                ArrayElements.set(resultTypes[k], outputs[k], outputAt + i, real[results[k]], integer[results[k]]);
            }
        }
    }

    /**
     * The results for whole tensors, broadcast against each other.
     *
     * @throws InvalidArgumentException if shapes do not broadcast, or an integer divisor is 0
     */
    public List<Tensor> evaluate(Tensor... inputs) {
        Shape shape = Shape.SCALAR;
        for (Tensor t : inputs) {
            shape = shape.broadcast(t.shape());
        }
        Object[] arrays = new Object[inputs.length];
        for (int k = 0; k < inputs.length; k++) {
            arrays[k] = Raw.array(inputs[k]);
        }
        List<Tensor> outputs = new ArrayList<>();
        for (DType type : resultTypes) {
            outputs.add(Raw.allocate(type, shape));
        }
        Object[] results = outputs.stream().map(Raw::array).toArray();
        int[] at = new int[inputs.length];
        int[] stride = new int[inputs.length];
        try {
            for (int p = 0; p < shape.size(); p++) {
                for (int k = 0; k < inputs.length; k++) {
                    at[k] = broadcastOffset(shape, inputs[k].shape(), p);
                }
                run(arrays, at, stride, results, p, 1);
            }
        } catch (ArithmeticException e) {
            throw new InvalidArgumentException("Integer division by zero", null, e);
        }
        return outputs;
    }

    /** Where element {@code p} of {@code shape} comes from in a tensor of shape {@code of}. */
    private static int broadcastOffset(Shape shape, Shape of, int p) {
        int rest = p;
        int offset = 0;
        int stride = 1;
        for (int d = shape.rank() - 1, e = of.rank() - 1; e >= 0; d--, e--) {
            int size = (int) shape.dim(d);
            offset += of.dim(e) == 1 ? 0 : rest % size * stride;
            stride *= (int) of.dim(e);
            rest /= size;
        }
        return offset;
    }

    private void evaluate(int k, double[] real, long[] integer) {
        int[] x = operands[k];
        switch (nodes.get(k)) {
            case Input _ -> throw new IllegalStateException("an input is read, not evaluated");
            case Constant c -> {
                real[k] = c.type().isFloating() ? RealArithmetic.round(c.type(), c.real()) : 0;
                integer[k] = c.type().isFloating() ? 0 : IntegerArithmetic.wrap(c.type(), c.integer());
            }
            case Unary(var f, var a, var _) -> {
                if (!a.type().isFloating()) {
                    integer[k] = IntegerArithmetic.unary(f, a.type(), integer[x[0]]);
                } else if (f.isPredicate()) {
                    integer[k] = RealArithmetic.predicate(f, real[x[0]]) ? 1 : 0;
                } else {
                    real[k] = RealArithmetic.unary(f, a.type(), real[x[0]], functions);
                }
            }
            case Binary(var f, var a, var _, var _) -> {
                if (!a.type().isFloating()) {
                    long u = integer[x[0]];
                    long v = integer[x[1]];
                    integer[k] = f.isComparison()
                            ? IntegerArithmetic.compare(f, a.type(), u, v) ? 1 : 0
                            : IntegerArithmetic.binary(f, a.type(), u, v);
                } else if (f.isComparison()) {
                    integer[k] = RealArithmetic.compare(f, real[x[0]], real[x[1]]) ? 1 : 0;
                } else {
                    real[k] = RealArithmetic.binary(f, a.type(), real[x[0]], real[x[1]], functions);
                }
            }
            case Select _ -> {
                int chosen = integer[x[0]] != 0 ? x[1] : x[2];
                real[k] = real[chosen];
                integer[k] = integer[chosen];
            }
            case Cast(var from, var to) -> {
                if (to.isFloating()) {
                    real[k] = from.type().isFloating()
                            ? RealArithmetic.round(to, real[x[0]])
                            : Conversions.toReal(to, from.type(), integer[x[0]]);
                } else {
                    integer[k] = from.type().isFloating()
                            ? Conversions.toInteger(to, real[x[0]])
                            : IntegerArithmetic.wrap(to, integer[x[0]]);
                }
            }
        }
    }
}

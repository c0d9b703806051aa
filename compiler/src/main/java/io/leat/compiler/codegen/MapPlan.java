package io.leat.compiler.codegen;

import io.leat.compiler.Debug;
import io.leat.ir.Scalar;
import io.leat.ir.ScalarSimplifier;
import io.leat.ir.Scalars;
import io.leat.kernels.Finish;
import io.leat.kernels.Parallel;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fused elementwise map over broadcast inputs of known shapes: which kernel it calls, and for which ranges. Immutable
 * but for the moment at which it stops interpreting; any number of threads may run it.
 *
 * <p>Results do not depend on how the work is divided.
 */
public final class MapPlan {
    /** A part of less than this is not worth another thread. */
    private static final double NANOSECONDS_OF_A_PART = 30_000;

    private static final int PARTS_PER_THREAD = 4;

    private final Driver driver;
    private final int total;
    private final int mostParts;
    private final Validation validation;
    private final TieredKernel kernel;

    private MapPlan(List<Scalar> bodies, Map<Integer, DType> inputTypes, Broadcasting loops, List<Integer> inPlace) {
        List<Access> access = Driver.access(loops);
        this.driver = Driver.of(loops, inputTypes);
        this.total = loops.total();
        Dag dag = Dag.of(bodies);
        double parts =
                Math.min(total / (double) Driver.SHORTEST_ROW, Cost.perElement(dag) * total / NANOSECONDS_OF_A_PART);
        this.mostParts = (int) Math.max(1, parts);
        this.validation = new Validation(bodies, access, driver, total);
        this.kernel = new TieredKernel(bodies, access, inPlace, (long) dag.size() * total);
    }

    /**
     * A plan for outputs of shape {@code output}; input {@code k} of the expressions has shape {@code inputs.get(k)},
     * which broadcasts to it.
     */
    public static MapPlan of(List<Scalar> bodies, List<int[]> inputs, int[] output) {
        return of(bodies, inputs, output, MapKernels.nowhere(bodies.size()));
    }

    /**
     * As {@link #of(List, List, int[])}, for results that overwrite inputs.
     *
     * @param inPlace for each output the input of its shape in whose array it will stand in every run, or -1 for one
     *     that may stand anywhere
     */
    public static MapPlan of(List<Scalar> bodies, List<int[]> inputs, int[] output, List<Integer> inPlace) {
        List<Scalar> simple = ScalarSimplifier.simplify(bodies);
        Map<Integer, DType> read = new HashMap<>();
        for (Scalar s : Scalars.topological(simple)) {
            if (s instanceof Scalar.Input(var index, var type)) {
                read.put(index, type);
            }
        }
        // Inputs that are not read make no loops.
        List<int[]> shapes = new ArrayList<>();
        for (int k = 0; k < inputs.size(); k++) {
            shapes.add(read.containsKey(k) ? inputs.get(k) : new int[0]);
        }
        List<Integer> overwritten =
                inPlace.stream().map(k -> read.containsKey(k) ? k : -1).toList();
        return new MapPlan(simple, read, Broadcasting.of(shapes, output), overwritten);
    }

    /**
     * Computes the outputs. An output may be the array of an input that has the outputs' shape.
     *
     * @throws InvalidArgumentException if an integer divisor is 0, or an integer exponent negative
     */
    public void run(Object[] inputs, Object[] outputs, Parallel parallel) {
        try {
            if (Debug.VALIDATE) {
                Object[] expected = validation.expected(inputs);
                divide(inputs, outputs, parallel);
                validation.check(outputs, expected);
            } else {
                divide(inputs, outputs, parallel);
            }
        } catch (ArithmeticException e) {
            throw new InvalidArgumentException("Integer division by zero", null, e);
        }
    }

    /** Computes, range by range, what {@link #run} would; the ranges may come from any threads. */
    public Finish finish(Object[] inputs, Object[] outputs) {
        MapKernel current = kernel.next();
        return (from, to) -> driver.run(current, inputs, outputs, from, to);
    }

    private void divide(Object[] inputs, Object[] outputs, Parallel parallel) {
        MapKernel current = kernel.next();
        int threads = mostParts == 1 ? 1 : parallel.threads();
        if (threads == 1) {
            driver.run(current, inputs, outputs, 0, total);
            return;
        }
        int parts = Math.min(mostParts, PARTS_PER_THREAD * threads);
        parallel.run(parts, p -> driver.run(current, inputs, outputs, bound(p, parts), bound(p + 1, parts)));
    }

    /** Where part {@code p} begins. */
    private int bound(int p, int parts) {
        return p == parts ? total : driver.aligned((int) ((long) total * p / parts));
    }

    /** Generates code now, instead of when enough has been interpreted. */
    public void compile() {
        kernel.compile();
    }
}

package io.leat.compiler.codegen;

import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.ir.ScalarSimplifier;
import io.leat.ir.Scalars;
import io.leat.kernels.Parallel;
import io.leat.kernels.Reduce;
import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fused map whose values are combined along the last dimensions, or all, and never stored as a whole. Immutable but
 * for the moment at which it stops interpreting; any number of threads may run it.
 *
 * <p>The values are those of a {@link MapPlan}. They are combined in pieces whose bounds depend on the shapes alone, so
 * neither do results depend on the number of threads.
 */
public final class ReducePlan {
    /** Elements of a piece: whole rows, or a part of one. */
    private static final int PIECE = 4096;

    private static final double NANOSECONDS_OF_A_PART = 30_000;
    private static final int PARTS_PER_THREAD = 4;

    private final DType type;
    private final Reduce.Kind kind;
    private final int outer;
    private final int inner;
    private final int pieces;
    private final int piecesOfRow;
    private final int mostParts;
    private final Driver driver;
    private final boolean[] full;
    private final TieredKernel kernel;

    private ReducePlan(
            Scalar body, Map<Integer, DType> inputTypes, Broadcasting loops, ReduceKind kind, int outer, int inner) {
        this.type = body.type();
        this.kind = combination(kind);
        this.outer = outer;
        this.inner = inner;
        this.piecesOfRow = inner <= PIECE ? 1 : (inner + PIECE - 1) / PIECE;
        int rows = rowsOfPiece();
        this.pieces = inner == 0 ? 0 : piecesOfRow > 1 ? outer * piecesOfRow : (outer + rows - 1) / rows;
        this.driver = Driver.of(loops, inputTypes);
        this.full = new boolean[loops.strides().length];
        List<Access> access = new ArrayList<>(Driver.access(loops));
        for (int k = 0; k < full.length; k++) {
            full[k] = access.get(k) == Access.SAME;
            // The results stand in a buffer: full inputs have an index of their own.
            access.set(k, full[k] ? Access.OWN : access.get(k));
        }
        Dag dag = Dag.of(List.of(body));
        this.kernel = new TieredKernel(
                List.of(body), List.copyOf(access), MapKernels.nowhere(1), (long) dag.size() * loops.total());
        double parts = Cost.perElement(dag) * loops.total() / NANOSECONDS_OF_A_PART;
        this.mostParts = (int) Math.max(1, Math.min(pieces, parts));
    }

    /** Whether values of {@code type} can be combined so. */
    public static boolean supports(ReduceKind kind, DType type) {
        return switch (type) {
            case FLOAT32, FLOAT64 -> kind != ReduceKind.ALL && kind != ReduceKind.ANY;
            // A mean of integers needs sums of more bits.
            case INT32, INT64 -> kind != ReduceKind.ALL && kind != ReduceKind.ANY && kind != ReduceKind.MEAN;
            default -> false;
        };
    }

    /**
     * A plan for the values of {@code body} on {@code shape}, to which the inputs' shapes broadcast, combined along all
     * dimensions but the first {@code kept}. {@link #supports} must hold.
     */
    public static ReducePlan of(Scalar body, List<int[]> inputs, int[] shape, int kept, ReduceKind kind) {
        if (!supports(kind, body.type())) {
            throw new InternalException(
                    "no fused " + kind + " of " + body.type().signatureName());
        }
        Scalar simple = ScalarSimplifier.simplify(List.of(body)).getFirst();
        Map<Integer, DType> read = new HashMap<>();
        for (Scalar s : Scalars.topological(List.of(simple))) {
            if (s instanceof Scalar.Input(var index, var type)) {
                read.put(index, type);
            }
        }
        List<int[]> shapes = new ArrayList<>();
        for (int k = 0; k < inputs.size(); k++) {
            shapes.add(read.containsKey(k) ? inputs.get(k) : new int[0]);
        }
        int outer = 1;
        int inner = 1;
        for (int d = 0; d < shape.length; d++) {
            outer *= d < kept ? shape[d] : 1;
            inner *= d < kept ? 1 : shape[d];
        }
        return new ReducePlan(simple, read, Broadcasting.of(shapes, shape), kind, outer, inner);
    }

    private static Reduce.Kind combination(ReduceKind kind) {
        return switch (kind) {
            case SUM -> Reduce.Kind.SUM;
            case MEAN -> Reduce.Kind.MEAN;
            case PROD -> Reduce.Kind.PRODUCT;
            case MAX -> Reduce.Kind.MAX;
            case MIN -> Reduce.Kind.MIN;
            case ALL, ANY -> throw new InternalException("no fused " + kind);
        };
    }

    private int rowsOfPiece() {
        return Math.max(1, PIECE / Math.max(inner, 1));
    }

    /** Generates code now, instead of when enough has been interpreted. */
    public void compile() {
        kernel.compile();
    }

    /**
     * Sets {@code output} to a value for each row of the kept dimensions.
     *
     * @throws InvalidArgumentException if an integer divisor is 0, or an integer exponent negative
     */
    public void run(Object[] inputs, Object output, Parallel parallel) {
        if (inner == 0) {
            reduce(kind, type.newArray(0), output, 0, outer, 0);
            return;
        }
        MapKernel current = kernel.next();
        Object results = piecesOfRow > 1 ? type.newArray(pieces) : output;
        try {
            int threads = mostParts == 1 ? 1 : parallel.threads();
            if (threads == 1) {
                pieces(current, inputs, results, 0, pieces);
            } else {
                int parts = Math.min(mostParts, PARTS_PER_THREAD * threads);
                parallel.run(parts, p -> {
                    int first = (int) ((long) pieces * p / parts);
                    pieces(current, inputs, results, first, (int) ((long) pieces * (p + 1) / parts));
                });
            }
        } catch (ArithmeticException e) {
            throw new InvalidArgumentException("Integer division by zero", null, e);
        }
        if (piecesOfRow > 1) {
            reduce(kind == Reduce.Kind.MEAN ? Reduce.Kind.SUM : kind, results, output, 0, outer, piecesOfRow);
            if (kind == Reduce.Kind.MEAN) {
                divide(output);
            }
        }
    }

    private void pieces(MapKernel map, Object[] inputs, Object results, int first, int end) {
        Object[] buffer = {type.newArray(Math.min((long) outer * inner, PIECE))};
        for (int piece = first; piece < end; piece++) {
            if (piecesOfRow > 1) {
                int row = piece / piecesOfRow;
                int from = row * inner + piece % piecesOfRow * PIECE;
                int to = Math.min(from + PIECE, (row + 1) * inner);
                driver.run(into(map, from), inputs, buffer, from, to);
                reduce(kind == Reduce.Kind.MEAN ? Reduce.Kind.SUM : kind, buffer[0], results, piece, 1, to - from);
            } else {
                int row = piece * rowsOfPiece();
                int rows = Math.min(rowsOfPiece(), outer - row);
                driver.run(into(map, row * inner), inputs, buffer, row * inner, (row + rows) * inner);
                reduce(kind, buffer[0], results, row, rows, inner);
            }
        }
    }

    /** {@code map} with results that begin at 0 for element {@code base}. */
    private MapKernel into(MapKernel map, int base) {
        return (inputs, inputAt, outputs, p, n) -> {
            int[] at = inputAt.clone();
            for (int k = 0; k < at.length; k++) {
                at[k] = full[k] ? p : at[k];
            }
            map.run(inputs, at, outputs, p - base, n);
        };
    }

    private static void reduce(Reduce.Kind kind, Object x, Object y, int yo, int rows, int length) {
        Parallel here = Parallel.SERIAL;
        switch (x) {
            case float[] a -> Reduce.reduce(kind, here, a, 0, (float[]) y, yo, rows, length, 1);
            case double[] a -> Reduce.reduce(kind, here, a, 0, (double[]) y, yo, rows, length, 1);
            case int[] a -> Reduce.reduce(kind, here, a, 0, (int[]) y, yo, rows, length, 1);
            case long[] a -> Reduce.reduce(kind, here, a, 0, (long[]) y, yo, rows, length, 1);
            default -> throw new InternalException("no reduction of " + x.getClass());
        }
    }

    private void divide(Object sums) {
        switch (sums) {
            case float[] y -> {
                for (int i = 0; i < outer; i++) {
                    y[i] = (float) ((double) y[i] / inner);
                }
            }
            case double[] y -> {
                for (int i = 0; i < outer; i++) {
                    y[i] /= inner;
                }
            }
            default -> throw new InternalException("no mean of " + sums.getClass());
        }
    }
}

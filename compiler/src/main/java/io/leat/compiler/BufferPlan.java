package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import io.leat.tensor.DType.Storage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides where each value of a core program lives.
 *
 * <ul>
 *   <li>{@link Place#PLANNED}: in a buffer of the frame, shared with other values of the same length that are not alive
 *       at the same time;
 *   <li>{@link Place#FRESH}: in an array allocated by its instruction in each run, because the array leaves the run;
 *   <li>{@link Place#GIVEN}: wherever it comes from: feeds, constants, snapshots of variables, results of host calls,
 *       prepared weights, and reshapes of any value.
 * </ul>
 */
final class BufferPlan {
    enum Place {
        PLANNED,
        FRESH,
        GIVEN
    }

    /** A kind of array by storage and length. */
    record Kind(Storage storage, int length) {
        static Kind of(Value v) {
            return new Kind(
                    v.dtype().storage(),
                    Math.toIntExact(v.shape().size() * v.dtype().lanes()));
        }
    }

    private final CoreProgram program;
    private final Value[] roots;
    private final Place[] places;
    private final int[] lastUse;
    private final int[] buffers;
    private final Set<Integer> escaped = new HashSet<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<List<Value>> diesAfter = new ArrayList<>();

    private BufferPlan(CoreProgram program) {
        this.program = program;
        int n = program.values();
        this.roots = new Value[n];
        this.places = new Place[n];
        this.lastUse = new int[n];
        this.buffers = new int[n];
        Arrays.fill(lastUse, -1);
        Arrays.fill(buffers, -1);
    }

    static BufferPlan of(CoreProgram program) {
        var plan = new BufferPlan(program);
        plan.place();
        plan.assign();
        return plan;
    }

    private void place() {
        program.inputs().forEach(v -> define(v, v, Place.GIVEN));
        List<Instruction> all = program.instructions();
        for (Instruction in : all) {
            for (Value v : in.outputs()) {
                switch (in.op()) {
                    case CoreOp.Reshape _ ->
                        define(v, roots[in.inputs().getFirst().id()], Place.GIVEN);
                    case CoreOp.Constant _, CoreOp.ReadVariable _, CoreOp.Host _ -> define(v, v, Place.GIVEN);
                    case CoreOp.Prepare p -> define(v, v, p.kept() ? Place.GIVEN : Place.PLANNED);
                    case CoreOp.Map _,
                            CoreOp.Reduce _,
                            CoreOp.MatMul _,
                            CoreOp.ProductSum _,
                            CoreOp.Transpose _,
                            CoreOp.Slice _,
                            CoreOp.Concat _,
                            CoreOp.Pad _,
                            CoreOp.Library _,
                            CoreOp.Product _,
                            CoreOp.Update _ -> define(v, v, Place.PLANNED);
                }
            }
        }
        for (int i = 0; i < all.size(); i++) {
            diesAfter.add(new ArrayList<>());
            for (Value v : all.get(i).inputs()) {
                Value root = roots[v.id()];
                lastUse[root.id()] = i;
                if (all.get(i).op() instanceof CoreOp.Host || all.get(i).op() instanceof CoreOp.Prepare p && p.kept()) {
                    leaves(root);
                }
            }
        }
        program.outputs().forEach(v -> leaves(roots[v.id()]));
        for (Value root : roots) {
            if (root != null && lastUse[root.id()] >= 0) {
                List<Value> dying = diesAfter.get(lastUse[root.id()]);
                if (!dying.contains(root)) {
                    dying.add(root);
                }
            }
        }
    }

    private void define(Value v, Value root, Place place) {
        roots[v.id()] = root;
        places[v.id()] = place;
    }

    private void leaves(Value root) {
        if (places[root.id()] == Place.PLANNED) {
            places[root.id()] = Place.FRESH;
        }
        escaped.add(root.id());
    }

    private void assign() {
        Map<Kind, Deque<Integer>> free = new HashMap<>();
        List<Instruction> all = program.instructions();
        for (int i = 0; i < all.size(); i++) {
            Instruction in = all.get(i);
            boolean inPlace = in.op() instanceof CoreOp.Map;
            if (inPlace) {
                for (Value v : diesAfter.get(i)) {
                    if (isPlanned(v) && overwritable(v, in)) {
                        release(free, v);
                    }
                }
            }
            for (Value v : in.outputs()) {
                if (isPlanned(v)) {
                    Integer buffer = free.computeIfAbsent(Kind.of(v), k -> new ArrayDeque<>())
                            .pollLast();
                    if (buffer == null) {
                        buffer = kinds.size();
                        kinds.add(Kind.of(v));
                    }
                    buffers[v.id()] = buffer;
                }
            }
            for (Value v : diesAfter.get(i)) {
                if (isPlanned(v) && !(inPlace && overwritable(v, in))) {
                    release(free, v);
                }
            }
            for (Value v : in.outputs()) {
                if (isPlanned(v) && lastUse[v.id()] < 0) {
                    release(free, v);
                }
            }
        }
    }

    /** An elementwise instruction may write over an input of its own shape: each element is read before it is written. */
    private static boolean overwritable(Value root, Instruction in) {
        Value out = in.outputs().getFirst();
        return in.outputs().size() == 1
                && root.dtype() == out.dtype()
                && root.shape().size() == out.shape().size();
    }

    private void release(Map<Kind, Deque<Integer>> free, Value v) {
        free.computeIfAbsent(Kind.of(v), k -> new ArrayDeque<>()).add(buffers[v.id()]);
    }

    private boolean isPlanned(Value v) {
        return places[v.id()] == Place.PLANNED;
    }

    Place place(Value v) {
        return places[v.id()];
    }

    /** The buffer of a planned value. */
    int buffer(Value v) {
        return buffers[v.id()];
    }

    /** The buffers of a frame. */
    List<Kind> kinds() {
        return kinds;
    }

    /** The values, not reshapes, that nobody reads after instruction {@code i}. */
    List<Value> diesAfter(int i) {
        return diesAfter.get(i);
    }

    /** Whether the array of a value, not a reshape, may be held by someone after the run. */
    boolean escapes(Value v) {
        return escaped.contains(v.id());
    }

    /** Bytes of all buffers of a frame. */
    long bytes() {
        long sum = 0;
        for (Kind k : kinds) {
            sum += (long) k.length()
                    * switch (k.storage()) {
                        case BYTE -> 1;
                        case SHORT -> 2;
                        case INT, FLOAT -> 4;
                        case LONG, DOUBLE, OBJECT -> 8;
                    };
        }
        return sum;
    }
}

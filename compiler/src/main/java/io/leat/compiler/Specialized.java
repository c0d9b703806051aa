package io.leat.compiler;

import io.leat.graph.Node.HandleInfo;
import io.leat.ir.RunContext;
import io.leat.ir.VariableCell;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program compiled for whatever feeds come: one plan for each combination of their shapes, and of the values of small
 * integer feeds where shapes follow from these.
 */
final class Specialized {
    private static final int PLANS_KEPT = 64;

    /** So many plans are made for different values of feeds; then one serves that does not know them. */
    private static final int VALUES_TRIED = 8;

    private static final int MAX_VALUES = 8;

    /** A plan and the feeds it is for. */
    private record Compiled(List<Fact> feeds, Plan plan) {}

    private final Program program;
    private final Callees callees;
    private final Map<List<Object>, Compiled> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Compiled> eldest) {
            return size() > PLANS_KEPT;
        }
    };
    private volatile @Nullable Compiled last;
    private volatile @Nullable FlowCode flow;
    private volatile boolean dependsOnValues;
    private int tried;

    Specialized(Program program, Callees callees) {
        this.program = program;
        this.callees = callees;
    }

    Tensor[] run(Tensor[] feeds, RunContext run) {
        FlowProgram f = program.flow();
        if (f != null) {
            FlowCode code = flow;
            if (code == null) {
                code = new FlowCode(f, callees);
                flow = code;
            }
            return new FlowRun(code, feeds, run).run();
        }
        return plan(feeds, run).run(feeds, run);
    }

    private Plan plan(Tensor[] feeds, RunContext run) {
        Compiled l = last;
        if (l != null && fits(l, feeds)) {
            return l.plan();
        }
        Compiled e = find(feeds, run);
        last = e;
        return e.plan();
    }

    private static boolean fits(Compiled e, Tensor[] feeds) {
        for (int i = 0; i < feeds.length; i++) {
            Fact known = e.feeds().get(i);
            Tensor t = feeds[i];
            boolean same = known.dtype() == t.dtype()
                    && known.shape().equals(t.shape())
                    && (known.constant() == null || known.constant().contentEquals(t))
                    && (t.dtype() != DType.RESOURCE || java.util.Objects.equals(known.handle(), handle(t)));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private synchronized Compiled find(Tensor[] feeds, RunContext run) {
        boolean values = dependsOnValues && tried < VALUES_TRIED;
        Compiled e = entry(feeds, values, run);
        if (!values && !dependsOnValues && !e.plan().knowsAllShapes() && hasValues(feeds)) {
            dependsOnValues = true;
            return entry(feeds, true, run);
        }
        return e;
    }

    private Compiled entry(Tensor[] feeds, boolean values, RunContext run) {
        List<Fact> facts = new ArrayList<>();
        List<Object> key = new ArrayList<>();
        for (Tensor t : feeds) {
            Tensor value = values && hasValue(t) ? t : null;
            facts.add(new Fact(t.dtype(), t.shape(), value, null, handle(t)));
            key.add(List.of(t.dtype(), t.shape(), value == null ? "" : value.toString(), String.valueOf(handle(t))));
        }
        Compiled known = entries.get(key);
        if (known == null) {
            known = new Compiled(facts, Compiler.planFor(program, facts, run));
            entries.put(key, known);
            tried += values ? 1 : 0;
        }
        return known;
    }

    private static boolean hasValues(Tensor[] feeds) {
        for (Tensor t : feeds) {
            if (hasValue(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasValue(Tensor t) {
        return (t.dtype() == DType.INT32 || t.dtype() == DType.INT64)
                && t.shape().rank() <= 1
                && t.size() <= MAX_VALUES;
    }

    /** What is known of the variable behind a handle. */
    private static @Nullable HandleInfo handle(Tensor t) {
        if (t.dtype() != DType.RESOURCE || t.size() != 1 || !(Raw.objects(t)[0] instanceof VariableCell cell)) {
            return null;
        }
        Shape declared = cell.declaredShape();
        return new HandleInfo(cell.dtype(), declared);
    }
}

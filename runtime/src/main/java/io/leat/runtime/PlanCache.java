package io.leat.runtime;

import io.leat.compiler.Compiler;
import io.leat.compiler.Plan;
import io.leat.compiler.Program;
import io.leat.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plans of a session by program and shapes of the feeds, bounded: the one used longest ago goes first. */
final class PlanCache {
    /** Programs count as equal only when they are the same object, of which the session keeps one for each request. */
    private record Key(int program, List<Shape> shapes, Program identity) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.identity == identity && k.shapes.equals(shapes);
        }

        @Override
        public int hashCode() {
            return program * 31 + shapes.hashCode();
        }
    }

    private final Map<Key, Plan> plans = new LinkedHashMap<>(16, 0.75f, true);
    private final int bound;

    PlanCache(int bound) {
        this.bound = bound;
    }

    /** The plan, made when there is none; two callers at the same time may both make it, and one is kept. */
    Plan get(Program program, List<Shape> shapes, Session session) {
        var key = new Key(System.identityHashCode(program), shapes, program);
        synchronized (plans) {
            Plan known = plans.get(key);
            if (known != null) {
                return known;
            }
        }
        Plan made = Compiler.plan(program, shapes, new SessionRun(session, SessionRun.FOREVER));
        synchronized (plans) {
            Plan other = plans.putIfAbsent(key, made);
            if (plans.size() > bound) {
                plans.remove(plans.keySet().iterator().next());
            }
            return other != null ? other : made;
        }
    }

    int size() {
        synchronized (plans) {
            return plans.size();
        }
    }

    void clear() {
        synchronized (plans) {
            plans.clear();
        }
    }
}

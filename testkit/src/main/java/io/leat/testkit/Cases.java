package io.leat.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of cases by op. */
public final class Cases {
    private final Map<String, List<OpCase>> byOp = new LinkedHashMap<>();

    /** Describes cases of an op; nothing is added before {@link CaseBuilder#over} or {@link CaseBuilder#once}. */
    public CaseBuilder op(String name) {
        return new CaseBuilder(this, name);
    }

    public List<OpCase> of(String op) {
        return List.copyOf(byOp.getOrDefault(op, List.of()));
    }

    /** How many cases the op has so far. */
    public int count(String op) {
        return byOp.getOrDefault(op, List.of()).size();
    }

    void add(OpCase c) {
        byOp.computeIfAbsent(c.op(), k -> new ArrayList<>()).add(c);
    }
}

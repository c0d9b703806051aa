package io.leat.compiler;

import io.leat.ir.FileAccess;
import io.leat.ir.Resources;
import io.leat.ir.RunContext;
import io.leat.kernels.Parallel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A run without a session. */
final class TestRun implements RunContext {
    private final Resources resources = new Resources();
    private final Map<String, Object> states = new HashMap<>();

    @Override
    public Resources resources() {
        return resources;
    }

    @Override
    public <T> T nodeState(String node, Class<T> type, Supplier<T> maker) {
        return type.cast(states.computeIfAbsent(node, k -> maker.get()));
    }

    @Override
    public FileAccess files() {
        return FileAccess.ALL;
    }

    @Override
    public long stepId() {
        return 1;
    }

    @Override
    public Parallel parallel() {
        return Parallel.SERIAL;
    }

    @Override
    public void checkCancelled() {
        // never cancelled
    }
}

package io.leat.compiler;

import io.leat.ir.RunContext;
import io.leat.ir.VariableCell;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one run: a slot for each value, holding its primitive array, or its tensor where the shape is not known
 * before the run. Used by one run at a time and then again.
 */
final class Frame {
    final @Nullable Object[] slots;

    /** Snapshots of variables that have to be given back, with their cells. */
    final @Nullable Tensor[] borrowed;

    final @Nullable VariableCell[] lenders;

    private @Nullable RunContext context;

    Frame(@Nullable Object[] template, int borrows) {
        this.slots = template;
        this.borrowed = new Tensor[borrows];
        this.lenders = new VariableCell[borrows];
    }

    void begin(RunContext run) {
        context = run;
    }

    RunContext context() {
        RunContext c = context;
        if (c == null) {
            throw new IllegalStateException("no run");
        }
        return c;
    }

    Object slot(int i) {
        Object o = slots[i];
        if (o == null) {
            throw new IllegalStateException("slot " + i + " is empty");
        }
        return o;
    }

    void giveBack(int borrow) {
        VariableCell cell = lenders[borrow];
        Tensor snapshot = borrowed[borrow];
        if (cell != null && snapshot != null) {
            cell.release(snapshot);
            lenders[borrow] = null;
            borrowed[borrow] = null;
        }
    }

    void end() {
        for (int i = 0; i < borrowed.length; i++) {
            giveBack(i);
        }
        context = null;
    }
}

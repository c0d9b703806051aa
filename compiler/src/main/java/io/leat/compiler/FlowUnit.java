package io.leat.compiler;

import io.leat.graph.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a flow program runs as a whole, when all that it waits for is there: a block of nodes that are live together, or a
 * node of control flow. Complete, and not changed any more, once the flow program is made.
 */
final class FlowUnit {
    enum Kind {
        /** A value given by the caller. */
        FEED,
        /** A value returned to the caller. */
        FETCH,
        /** A program compiled for the shapes that come. */
        BLOCK,
        /** One node by its plain meaning. */
        NODE,
        SWITCH,
        MERGE,
        ENTER,
        EXIT,
        NEXT_ITERATION,
        TRIGGER
    }

    /**
     * Where an output goes.
     *
     * @param input the number among the data inputs of the unit, or {@link Edge#CONTROL}
     */
    record Target(FlowUnit unit, int input) {}

    final Kind kind;
    final FlowFrame frame;

    /** Its number among the units of its frame. */
    final int index;

    /** The node, if it is one. */
    final @Nullable Node node;

    /** Of a block, its program. */
    final @Nullable Program program;

    /** Of a block its number among the blocks, of a feed or fetch that in the request. */
    final int number;

    /** Of an enter, the frame that it leads to. */
    @Nullable
    FlowFrame leadsTo;

    /** Of an enter, or a fetch of one, whether its value is the same in all iterations. */
    boolean invariant;

    /** How many inputs it has. */
    int data;

    /** Of a merge in a loop, how many of its inputs come from the iteration before. */
    int backEdges;

    /** How many inputs and control edges it has. */
    int edges;

    /** Where its inputs lie among the slots of its frame. */
    int firstSlot;

    /** For each output where it goes, and last where the control edges go. */
    final List<List<Target>> targets = new ArrayList<>();

    FlowUnit(Kind kind, FlowFrame frame, @Nullable Node node, @Nullable Program program, int number, int outputs) {
        this.kind = kind;
        this.frame = frame;
        this.node = node;
        this.program = program;
        this.number = number;
        this.index = frame.units.size();
        frame.units.add(this);
        for (int i = 0; i <= outputs; i++) {
            targets.add(new ArrayList<>());
        }
    }

    int outputs() {
        return targets.size() - 1;
    }

    List<Target> controlled() {
        return targets.getLast();
    }

    @Override
    public String toString() {
        String what = node != null ? node.type() + " " + node.name() : program != null ? "\n" + program : "" + number;
        return kind + " in '" + frame.name + "': " + what;
    }
}

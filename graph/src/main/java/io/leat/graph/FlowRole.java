package io.leat.graph;

/** How an op takes part in control flow: what the compiler has to know of it. */
public enum FlowRole {
    /** Runs when all inputs are there; runs not, and its outputs are dead, when one of them is dead. */
    PLAIN,
    /** {@link #PLAIN}, but the shapes of its outputs are only known once it has run: what follows is compiled for them. */
    ALONE,
    /** Its first input goes to the output that the second one, a scalar, numbers; the other outputs are dead. */
    SWITCH,
    /** Gives its first live input, and the number of it; dead when all are. */
    MERGE,
    /** Brings its input into the frame of its attribute {@code frame_name}. */
    ENTER,
    /** Brings its input out of its frame, from the iteration in which it is live. */
    EXIT,
    /** Brings its input to the next iteration. */
    NEXT_ITERATION,
    /** Runs although inputs are dead. */
    TRIGGER,
    /** Calls the function of its attribute {@code f}, whose body can stand in its place. */
    CALL;

    /** That of a node; {@link #CALL} for one whose type is a function of its graph. */
    public static FlowRole of(Node n) {
        Op op = n.op();
        if (op != null) {
            return op.flowRole();
        }
        return n.graph().functions().contains(n.type()) ? CALL : PLAIN;
    }

    /** Whether an edge closes a loop. */
    public static boolean isBackEdge(Node from, Node to) {
        return of(to) == MERGE && of(from) == NEXT_ITERATION;
    }
}

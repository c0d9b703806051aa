package io.leat.train;

import io.leat.graph.Collections;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.graph.Variable;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;

/** The variables that an optimiser keeps; they are saved and initialised with all others, but not trained. */
final class Slots {
    private final Graph graph;

    Slots(Graph graph) {
        this.graph = graph;
    }

    /** A variable like {@code v}, of the same kind, every element {@code initial}; named {@code v/name}, made unique. */
    Variable like(Variable v, String name, double initial) {
        Shape shape = v.shape().isFullyKnown() ? v.shape() : v.output().shape();
        Ops tf = graph.ops().withDevice(v.handle().node().device());
        String full = free(v.name() + "/" + name);
        Output start = shape.isFullyKnown()
                ? tf.withName(full + "/Initializer/zeros")
                        .call(
                                "Fill",
                                tf.constant(shape.dims()),
                                tf.withName(full + "/Initializer/value").constant(initial, v.dtype()))
                : tf.call("Fill", tf.call("Shape", v.initialValue()), tf.constant(initial, v.dtype()));
        return make(tf, full, v.dtype(), shape, start, v.isResource());
    }

    /** A scalar variable. */
    Variable scalar(String name, DType dtype, double initial) {
        Ops tf = graph.ops();
        String full = free(name);
        Output start = tf.withName(full + "/initial_value").constant(initial, dtype);
        return make(tf, full, dtype, Shape.SCALAR, start, true);
    }

    private String free(String name) {
        String full = name;
        for (int i = 1; graph.find(full) != null; i++) {
            full = name + "_" + i;
        }
        return full;
    }

    private Variable make(Ops tf, String name, DType dtype, Shape shape, Output start, boolean resource) {
        Output handle = tf.op(resource ? "VarHandleOp" : "VariableV2")
                .exactName(name)
                .attr("dtype", dtype)
                .attr("shape", shape)
                .attr("shared_name", resource ? name : "") // TensorFlow takes handles without it for the same variable
                .add()
                .output(0);
        Node assign = tf.op(resource ? "AssignVariableOp" : "Assign")
                .exactName(name + "/Assign")
                .input(handle)
                .input(start)
                .add();
        Output value = resource
                ? tf.op("ReadVariableOp")
                        .exactName(name + "/Read/ReadVariableOp")
                        .input(handle)
                        .attr("dtype", dtype)
                        .add()
                        .output(0)
                : tf.op("Identity")
                        .exactName(name + "/read")
                        .input(handle)
                        .add()
                        .output(0);
        var variable = new Variable(handle, value, start, assign, shape);
        graph.collections().add(Collections.GLOBAL_VARIABLES, variable);
        return variable;
    }

    /** A new value for a variable of either kind. */
    static Node assign(Ops tf, Variable v, Output value) {
        return tf.op(v.isResource() ? "AssignVariableOp" : "Assign")
                .input(v.handle())
                .input(value)
                .add();
    }

    static Node assignAdd(Ops tf, Variable v, Output delta) {
        return tf.op(v.isResource() ? "AssignAddVariableOp" : "AssignAdd")
                .input(v.handle())
                .input(delta)
                .add();
    }

    static Node assignSub(Ops tf, Variable v, Output delta) {
        return tf.op(v.isResource() ? "AssignSubVariableOp" : "AssignSub")
                .input(v.handle())
                .input(delta)
                .add();
    }

    static Node scatterAdd(Ops tf, Variable v, Output indices, Output updates) {
        return tf.op(v.isResource() ? "ResourceScatterAdd" : "ScatterAdd")
                .input(v.handle())
                .input(indices)
                .input(updates)
                .add();
    }

    /** The value as it is when the nodes that {@code tf} waits for have run. */
    static Output read(Ops tf, Variable v) {
        return v.isResource()
                ? tf.op("ReadVariableOp")
                        .input(v.handle())
                        .attr("dtype", v.dtype())
                        .add()
                        .output(0)
                : tf.call("Identity", v.handle());
    }
}

package io.leat.ops.state;

import io.leat.graph.Collections;
import io.leat.graph.Endpoint;
import io.leat.graph.Node;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;

/** Makes resource variables, with the nodes and names that TensorFlow gives them. */
public final class Variables {
    private Variables() {}

    /**
     * A trainable variable of the dtype of {@code init}, float32 where it has none.
     *
     * @param name within the scope of {@code tf}, made unique
     */
    @Endpoint("variable")
    public static io.leat.graph.Variable of(Ops tf, String name, Init init) {
        DType dtype = init.dtype();
        return of(tf, name, init, dtype == null ? DType.FLOAT32 : dtype);
    }

    /** A trainable variable. */
    @Endpoint("variable")
    public static io.leat.graph.Variable of(Ops tf, String name, Init init, DType dtype) {
        return of(tf, name, init, dtype, true);
    }

    /** A variable that optimisers change only if it is {@code trainable}. */
    @Endpoint("variable")
    public static io.leat.graph.Variable of(Ops tf, String name, Init init, DType dtype, boolean trainable) {
        io.leat.graph.Variable v = make(tf, name, init, dtype);
        Collections collections = tf.graph().collections();
        collections.add(Collections.GLOBAL_VARIABLES, v);
        if (trainable) {
            collections.add(Collections.TRAINABLE_VARIABLES, v);
        }
        return v;
    }

    /** A variable that checkpoints leave out, with an initialiser of its own (collection {@code local_variables}). */
    @Endpoint("localVariable")
    public static io.leat.graph.Variable local(Ops tf, String name, Init init, DType dtype) {
        io.leat.graph.Variable v = make(tf, name, init, dtype);
        tf.graph().collections().add(Collections.LOCAL_VARIABLES, v);
        return v;
    }

    private static io.leat.graph.Variable make(Ops tf, String name, Init init, DType dtype) {
        Shape shape = init.shape();
        Ops scope = tf.withoutControlDependencies().withScope(name);
        String full = scope.prefix().substring(0, scope.prefix().length() - 1);
        Output initial = init.value(scope.withScope("Initializer"), dtype);
        Output handle = scope.op("VarHandleOp")
                .exactName(full)
                .attr("dtype", dtype)
                .attr("shape", shape)
                .attr("shared_name", full)
                .add()
                .output(0);
        scope.withScope("IsInitialized").call("VarIsInitializedOp", handle);
        Node assign = scope.withName("Assign")
                .op("AssignVariableOp")
                .input(handle)
                .input(initial)
                .add();
        Output value = ReadVariableOp.of(scope.withScope("Read"), handle, dtype);
        return new io.leat.graph.Variable(handle, value, initial, assign, shape);
    }

    /** Makes {@code value} the value of {@code variable} when the node runs. */
    @Endpoint("assign")
    public static Node assign(Ops tf, io.leat.graph.Variable variable, Operand value) {
        return update(tf, variable, value, "AssignVariableOp", "Assign");
    }

    /** Adds {@code value} to {@code variable} when the node runs. */
    @Endpoint("assignAdd")
    public static Node assignAdd(Ops tf, io.leat.graph.Variable variable, Operand value) {
        return update(tf, variable, value, "AssignAddVariableOp", "AssignAdd");
    }

    /** Subtracts {@code value} from {@code variable} when the node runs. */
    @Endpoint("assignSub")
    public static Node assignSub(Ops tf, io.leat.graph.Variable variable, Operand value) {
        return update(tf, variable, value, "AssignSubVariableOp", "AssignSub");
    }

    private static Node update(Ops tf, io.leat.graph.Variable variable, Operand value, String resource, String ref) {
        return tf.op(variable.isResource() ? resource : ref)
                .input(variable.handle())
                .input(value)
                .add();
    }
}

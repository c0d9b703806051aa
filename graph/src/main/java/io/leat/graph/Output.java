package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * One output of a node: a tensor of the graph. The arithmetic methods add nodes in the scope in which this output's node
 * was added.
 */
public record Output(Node node, int index) implements Operand {
    @Override
    public Output output() {
        return this;
    }

    /** TensorFlow's tensor name, {@code node:index}. */
    public String name() {
        return node.name() + ":" + index;
    }

    public Graph graph() {
        return node.graph();
    }

    public DType dtype() {
        return node.dtype(index);
    }

    /** What is known of the shape. */
    public Shape shape() {
        return node.shape(index);
    }

    /** The value, when it is the same in every run and small, otherwise null. */
    public @Nullable Tensor constantValue() {
        return ConstantValues.of(this);
    }

    public Output plus(Operand b) {
        return call("AddV2", b);
    }

    public Output plus(double b) {
        return plus(same(b));
    }

    public Output minus(Operand b) {
        return call("Sub", b);
    }

    public Output minus(double b) {
        return minus(same(b));
    }

    public Output times(Operand b) {
        return call("Mul", b);
    }

    public Output times(double b) {
        return times(same(b));
    }

    public Output dividedBy(Operand b) {
        return call(dtype().isInteger() ? "FloorDiv" : "RealDiv", b);
    }

    public Output dividedBy(double b) {
        return dividedBy(same(b));
    }

    public Output neg() {
        return call("Neg");
    }

    public Output square() {
        return call("Square");
    }

    /** The matrix product with {@code b}; of more than two dimensions, a product for each leading index. */
    public Output matmul(Operand b) {
        boolean batch = shape().rank() > 2 || b.output().shape().rank() > 2;
        return call(batch ? "BatchMatMulV2" : "MatMul", b);
    }

    private Output same(double value) {
        return node.scope().constant(value, dtype());
    }

    private Output call(String op, Operand... more) {
        Operand[] inputs = new Operand[more.length + 1];
        inputs[0] = this;
        System.arraycopy(more, 0, inputs, 1, more.length);
        Ops scope = node.scope();
        for (Operand o : more) {
            if (o.output().graph().isWithin(scope.graph())) {
                scope = o.output().node().scope(); // a function's body, which may use tensors from outside
            }
        }
        return scope.call(op, inputs);
    }

    @Override
    public String toString() {
        return name() + " " + dtype().signatureName() + shape();
    }
}

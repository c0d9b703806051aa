package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ops on tensor arrays as ops on lists: the list takes the place of the array's flow. */
final class ArrayLists {
    private ArrayLists() {}

    static boolean isArrayOp(Node n) {
        return n.type().startsWith("TensorArray");
    }

    /** Whether a tensor is a flow that was passed on by ops that know nothing of arrays. */
    static boolean isPassedFlow(Output o) {
        Set<Node> seen = new HashSet<>();
        Output at = o;
        while (seen.add(at.node()) && at.node().inputCount() > 0 && !isArrayOp(at.node())) {
            if (!at.node().type().equals("Identity") && !StructuredFlow.isFlow(at.node())) {
                return false;
            }
            at = at.node().input(0);
        }
        return !at.equals(o) && isArrayOp(at.node()) && givesFlow(at.node(), at.index());
    }

    private static boolean givesFlow(Node n, int output) {
        String op = n.type().replaceFirst("V\\d$", "").substring("TensorArray".length());
        return switch (op) {
            case "" -> output == 1;
            case "Write", "Scatter", "Split", "Unpack" -> true;
            default -> false;
        };
    }

    /** The tensor for an output of an op on an array. */
    static Output output(StructuredFlow.Region r, Output o) {
        Node n = o.node();
        Ops tf = r.tf;
        String op = n.type().replaceFirst("V\\d$", "").substring("TensorArray".length());
        if (op.isEmpty()) {
            return o.index() == 0
                    ? o
                    : tf.op("TensorListReserve")
                            .input(shape(tf, elements(n)))
                            .input(r.get(n.input(0)))
                            .attr("element_dtype", n.attrs().type("dtype"))
                            .add()
                            .output(0);
        }
        Node array = array(n);
        DType dtype = array.attrs().type("dtype");
        Output list = op.equals("Split") ? o : r.get(n.input(n.inputCount() - 1));
        return switch (op) {
            case "Write" ->
                tf.op("TensorListSetItem")
                        .input(list)
                        .input(r.get(n.input(1)))
                        .input(r.get(n.input(2)))
                        .attr("resize_if_index_out_of_bounds", array.attrs().bool("dynamic_size"))
                        .add()
                        .output(0);
            case "Read" ->
                tf.op("TensorListGetItem")
                        .input(list)
                        .input(r.get(n.input(1)))
                        .input(shape(tf, elements(array)))
                        .attr("element_dtype", dtype)
                        .add()
                        .output(0);
            case "Scatter" ->
                tf.op("TensorListScatterIntoExistingList")
                        .input(list)
                        .input(r.get(n.input(2)))
                        .input(r.get(n.input(1)))
                        .add()
                        .output(0);
            case "Gather" ->
                tf.op("TensorListGather")
                        .input(list)
                        .input(r.get(n.input(1)))
                        .input(shape(tf, elements(array).merge(n.attrs().shape("element_shape"))))
                        .attr("element_dtype", dtype)
                        .add()
                        .output(0);
            case "Size" -> tf.call("TensorListLength", list);
            case "Concat" -> {
                Shape rest = n.attrs().shape("element_shape_except0");
                Node joined = tf.op("TensorListConcatV2")
                        .input(list)
                        .input(shape(tf, rest.hasRank() ? Shape.of(Shape.ANY).concat(rest) : Shape.UNKNOWN))
                        .input(tf.constant(new long[0]))
                        .attr("element_dtype", dtype)
                        .add();
                yield joined.output(o.index());
            }
            case "Split" ->
                tf.op("TensorListSplit")
                        .input(r.get(n.input(1)))
                        .input(tf.constant(-1))
                        .input(r.get(n.input(2)))
                        .add()
                        .output(0);
            default -> throw StructuredFlow.Region.unsupported(n, "there is no op on lists for it");
        };
    }

    private static Shape elements(Node array) {
        return array.attrs().shape("element_shape");
    }

    /** The node that makes the array of a handle. */
    private static Node array(Node n) {
        Node at = n.input(0).node();
        while (!isArrayOp(at) && at.inputCount() > 0) {
            at = at.input(0).node();
        }
        if (!List.of("TensorArrayV2", "TensorArrayV3", "TensorArray").contains(at.type())) {
            throw StructuredFlow.Region.unsupported(n, "its array comes from " + at.type());
        }
        return at;
    }

    private static Output shape(Ops tf, Shape s) {
        if (!s.hasRank()) {
            return tf.constant(-1);
        }
        int[] dims = new int[s.rank()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = (int) s.dim(i); // -1 where it is not known
        }
        return tf.constant(dims);
    }
}

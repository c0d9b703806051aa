package io.leat.ops.control;

import io.leat.graph.Endpoint;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Loops over the first dimension of a tensor: TensorFlow's {@code map_fn}, {@code scan}, {@code foldl} and
 * {@code dynamic_rnn}. They may use tensors from outside, and have gradients of any order.
 */
public final class Sequences {
    private Sequences() {}

    /** What {@link #dynamicRnn} gives: the outputs [batch, time, …], and the last states. */
    public record RnnResult(Output outputs, List<Output> state) {}

    /** {@code fn} of each element, in one tensor; of the dtype of {@code elems}. */
    @Endpoint("mapFn")
    public static Output mapFn(Ops tf, Operand elems, BiFunction<Ops, Output, Output> fn) {
        return mapFn(tf, elems, elems.output().dtype(), fn);
    }

    /** {@code fn} of each element, in one tensor of dtype {@code result}. */
    @Endpoint("mapFn")
    public static Output mapFn(Ops tf, Operand elems, DType result, BiFunction<Ops, Output, Output> fn) {
        var loop = new Loop(tf, elems.output(), result);
        return loop.run(List.of(), (t, x, state) -> new RnnCell.Step(fn.apply(t, x), List.of()))
                .outputs();
    }

    /** All results of {@code fn} from the first element to each, in one tensor. */
    @Endpoint("scan")
    public static Output scan(Ops tf, Operand elems, Operand initial, FoldFunction fn) {
        var loop = new Loop(tf, elems.output(), initial.output().dtype());
        return loop.run(List.of(initial.output()), (t, x, s) -> RnnCell.Step.of(fn.next(t, s.getFirst(), x)))
                .outputs();
    }

    /** The result of {@code fn} from the first element to the last. */
    @Endpoint("foldl")
    public static Output foldl(Ops tf, Operand elems, Operand initial, FoldFunction fn) {
        Output all = elems.output();
        Output list = list(tf, all);
        Output count = count(tf, all);
        return While.of(
                        tf,
                        List.of(tf.constant(0), initial),
                        (t, v) -> t.call("Less", v.get(0), count),
                        (t, v) -> List.of(v.get(0).plus(1), fn.next(t, v.get(1), element(t, list, v.get(0), all))))
                .get(1);
    }

    /** {@link #dynamicRnn(Ops, Operand, List, Operand, RnnCell)} with sequences that are all as long as the input. */
    @Endpoint("nn.dynamicRnn")
    public static RnnResult dynamicRnn(Ops tf, Operand inputs, List<? extends Operand> initial, RnnCell cell) {
        return unrolled(tf, inputs.output(), initial, null, cell);
    }

    /**
     * Applies a cell to sequences.
     *
     * @param inputs [batch, time, …]
     * @param initial the states before the first step, [batch, …] each
     * @param lengths the length of each sequence, [batch]; behind it outputs are 0 and the state stays
     */
    @Endpoint("nn.dynamicRnn")
    public static RnnResult dynamicRnn(
            Ops tf, Operand inputs, List<? extends Operand> initial, Operand lengths, RnnCell cell) {
        return unrolled(tf, inputs.output(), initial, lengths.output(), cell);
    }

    private static RnnResult unrolled(
            Ops tf, Output inputs, List<? extends Operand> initial, @Nullable Output lengths, RnnCell cell) {
        if (initial.isEmpty()) {
            throw new InvalidArgumentException("a recurrent net needs a state");
        }
        var loop =
                new Loop(tf, exchanged(tf, inputs), initial.getFirst().output().dtype());
        List<Output> start = initial.stream().map(Operand::output).toList();
        RnnResult r = loop.run(start, lengths == null ? cell : loop.masked(lengths, cell));
        return new RnnResult(exchanged(tf, r.outputs()), r.state());
    }

    /** With the first two dimensions exchanged. */
    private static Output exchanged(Ops tf, Output x) {
        if (!x.shape().hasRank() || x.shape().rank() < 2) {
            throw new InvalidArgumentException("sequences must be [batch, time, …], not " + x.shape());
        }
        int[] order = new int[x.shape().rank()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i < 2 ? 1 - i : i;
        }
        return tf.call("Transpose", x, tf.constant(order));
    }

    private static Output count(Ops tf, Output x) {
        if (x.shape().hasRank() && x.shape().rank() == 0) {
            throw new InvalidArgumentException("elements of a scalar");
        }
        long n = x.shape().hasRank() ? x.shape().dim(0) : Shape.ANY;
        return n != Shape.ANY
                ? tf.constant((int) n)
                : tf.op("GatherV2")
                        .input(tf.call("Shape", x))
                        .input(tf.constant(0))
                        .input(tf.constant(0))
                        .add()
                        .output(0);
    }

    private static Output list(Ops tf, Output x) {
        return tf.op("TensorListFromTensor")
                .input(x)
                .input(shape(tf, elementShape(x)))
                .add()
                .output(0);
    }

    private static Shape elementShape(Output x) {
        return x.shape().hasRank() ? x.shape().slice(1, x.shape().rank()) : Shape.UNKNOWN;
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

    private static Output element(Ops tf, Output list, Output i, Output of) {
        return tf.op("TensorListGetItem")
                .input(list)
                .input(i)
                .input(shape(tf, elementShape(of)))
                .attr("element_dtype", of.dtype())
                .add()
                .output(0);
    }

    /** A loop that collects what its steps put out. */
    private static final class Loop {
        private final Ops tf;
        private final Output elems;
        private final DType result;

        /** The index of the step in the body that is made now. */
        private @Nullable Output index;

        /** The shape of the outputs, once a body was made. */
        private Shape shape = Shape.UNKNOWN;

        Loop(Ops tf, Output elems, DType result) {
            this.tf = tf;
            this.elems = elems;
            this.result = result;
        }

        RnnResult run(List<Output> start, RnnCell cell) {
            Output list = list(tf, elems);
            Output count = count(tf, elems);
            Output room = tf.op("TensorListReserve")
                    .input(tf.constant(-1))
                    .input(count)
                    .attr("element_dtype", result)
                    .add()
                    .output(0);
            List<Output> variables = new ArrayList<>(List.of(tf.constant(0), room));
            variables.addAll(start);
            List<Output> last = While.of(tf, variables, (t, v) -> t.call("Less", v.get(0), count), (t, v) -> {
                Output i = v.get(0);
                index = i;
                RnnCell.Step step = cell.step(t, element(t, list, i, elems), v.subList(2, v.size()));
                if (step.state().size() != start.size()) {
                    throw new InvalidArgumentException(
                            "a step gives " + step.state().size() + " states, not " + start.size());
                }
                if (step.output().dtype() != result) {
                    throw new InvalidArgumentException(
                            "a step gives " + step.output().dtype().signatureName() + " where " + result.signatureName()
                                    + " is collected");
                }
                shape = step.output().shape();
                List<Output> next =
                        new ArrayList<>(List.of(i.plus(1), t.call("TensorListSetItem", v.get(1), i, step.output())));
                next.addAll(step.state());
                return next;
            });
            Output outputs = tf.op("TensorListStack")
                    .input(last.get(1))
                    .input(Sequences.shape(tf, shape))
                    .attr("element_dtype", result)
                    .attr(
                            "num_elements",
                            elems.shape().hasRank() ? elems.shape().dim(0) : -1)
                    .add()
                    .output(0);
            return new RnnResult(outputs, last.subList(2, last.size()));
        }

        /** The same cell for sequences of these lengths. */
        RnnCell masked(Output lengths, RnnCell cell) {
            return (t, x, state) -> {
                Output i = t.op("Cast")
                        .input(java.util.Objects.requireNonNull(index))
                        .attr("DstT", lengths.dtype())
                        .add()
                        .output(0);
                Output runs = t.call("Less", i, lengths);
                RnnCell.Step step = cell.step(t, x, state);
                List<Output> kept = new ArrayList<>();
                for (int k = 0; k < state.size(); k++) {
                    kept.add(chosen(t, runs, step.state().get(k), state.get(k)));
                }
                Output none = t.call("ZerosLike", step.output());
                return new RnnCell.Step(chosen(t, runs, step.output(), none), kept);
            };
        }

        /** Row by row. */
        private static Output chosen(Ops t, Output runs, Output next, Output before) {
            int rank = next.shape().hasRank() ? next.shape().rank() : 2;
            int[] wide = new int[rank];
            java.util.Arrays.fill(wide, 1);
            wide[0] = -1;
            return t.call("SelectV2", t.call("Reshape", runs, t.constant(wide)), next, before);
        }
    }
}

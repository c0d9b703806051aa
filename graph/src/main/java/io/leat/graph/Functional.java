package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Adds loops and branches whose parts are Java code: functional ops, and the functions that they call. */
public final class Functional {
    private Functional() {}

    /** A choice between functions without arguments that return tensors of the same dtypes. */
    public static List<Output> choose(
            Ops tf, String type, Operand chooser, List<? extends Function<Ops, List<Output>>> branches) {
        List<FunctionMaker> made = new ArrayList<>();
        Set<Output> captured = new LinkedHashSet<>();
        for (Function<Ops, List<Output>> branch : branches) {
            FunctionMaker f = FunctionMaker.make(tf.graph(), List.of(), List.of(), (t, none) -> branch.apply(t));
            made.add(f);
            captured.addAll(f.captured());
        }
        List<Output> first = made.getFirst().results();
        List<Shape> shapes = new ArrayList<>(first.stream().map(Output::shape).toList());
        for (FunctionMaker f : made) {
            if (!types(f.results()).equals(types(first))) {
                throw new InvalidArgumentException(
                        "the branches return different dtypes: " + first + " and " + f.results());
            }
            for (int i = 0; i < shapes.size(); i++) {
                shapes.set(i, common(shapes.get(i), f.results().get(i).shape()));
            }
        }
        List<Output> arguments = List.copyOf(captured);
        List<Attr> functions = new ArrayList<>();
        for (FunctionMaker f : made) {
            functions.add(f.add(type + "_branch", arguments, false));
        }
        NodeBuilder b = tf.op(type).input(chooser).inputs(arguments);
        if (type.endsWith("Case")) {
            b.attr("branches", new Attr.Items(functions));
        } else {
            b.attr("then_branch", functions.get(0)).attr("else_branch", functions.get(1));
        }
        return b.attr("Tout", Attr.of(types(first).toArray(DType[]::new)))
                .attr("output_shapes", Attr.of(shapes.toArray(Shape[]::new)))
                .add()
                .outputs();
    }

    /** A loop; the shapes of variables that change in it are not known. */
    public static List<Output> loop(
            Ops tf,
            List<? extends Operand> variables,
            BiFunction<Ops, List<Output>, Output> condition,
            BiFunction<Ops, List<Output>, List<Output>> body) {
        List<Output> start = variables.stream().map(Operand::output).toList();
        List<DType> types = types(start);
        List<Shape> shapes = new ArrayList<>(start.stream().map(Output::shape).toList());
        FunctionMaker step = FunctionMaker.make(tf.graph(), types, shapes, body);
        while (relax(shapes, step.results(), types)) {
            step = FunctionMaker.make(tf.graph(), types, shapes, body);
        }
        FunctionMaker test = FunctionMaker.make(tf.graph(), types, shapes, (t, v) -> List.of(condition.apply(t, v)));
        Set<Output> captured = new LinkedHashSet<>(test.captured());
        captured.addAll(step.captured());
        List<Output> more = List.copyOf(captured);
        more.forEach(c -> shapes.add(c.shape()));
        List<Output> out = tf.op("While")
                .inputs(concat(start, more))
                .attr("cond", test.add("While_cond", more, false))
                .attr("body", step.add("While_body", more, true))
                .attr("output_shapes", Attr.of(shapes.toArray(Shape[]::new)))
                .add()
                .outputs();
        return List.copyOf(out.subList(0, start.size()));
    }

    /** Forgets what the results of the body do not agree with; true when there was something. */
    private static boolean relax(List<Shape> shapes, List<Output> results, List<DType> types) {
        if (!types(results).equals(types)) {
            throw new InvalidArgumentException(
                    "the body of a loop returns " + results + " for variables of dtypes " + types);
        }
        boolean changed = false;
        for (int i = 0; i < shapes.size(); i++) {
            Shape common = common(shapes.get(i), results.get(i).shape());
            changed |= !common.equals(shapes.get(i));
            shapes.set(i, common);
        }
        return changed;
    }

    /** What both shapes agree on. */
    public static Shape common(Shape a, Shape b) {
        if (!a.hasRank() || !b.hasRank() || a.rank() != b.rank()) {
            return Shape.UNKNOWN;
        }
        Shape out = a;
        for (int d = 0; d < a.rank(); d++) {
            out = a.dim(d) == b.dim(d) ? out : out.withDim(d, Shape.ANY);
        }
        return out;
    }

    private static List<Output> concat(List<Output> a, List<Output> b) {
        List<Output> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static List<DType> types(List<Output> outputs) {
        return outputs.stream().map(Output::dtype).toList();
    }
}

package io.leat.ir;

import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A straight line of core instructions: an instruction reads inputs of the program and results of earlier instructions.
 * Instructions with effects are in the order in which they must run.
 *
 * @param inputs the values fed
 * @param outputs the values fetched
 * @param values the number of values; ids are below it
 */
public record CoreProgram(List<Value> inputs, List<Instruction> instructions, List<Value> outputs, int values) {
    public CoreProgram {
        inputs = List.copyOf(inputs);
        instructions = List.copyOf(instructions);
        outputs = List.copyOf(outputs);
    }

    /**
     * Checks that every value is defined once, before its uses.
     *
     * @throws InternalException if not
     */
    public CoreProgram verify() {
        boolean[] defined = new boolean[values];
        inputs.forEach(v -> define(defined, v));
        for (Instruction i : instructions) {
            for (Value v : i.inputs()) {
                if (!defined[v.id()]) {
                    throw new InternalException("used before it is defined: " + v + " in " + i);
                }
            }
            i.outputs().forEach(v -> define(defined, v));
        }
        for (Value v : outputs) {
            if (!defined[v.id()]) {
                throw new InternalException("an output that nothing defines: " + v);
            }
        }
        return this;
    }

    private static void define(boolean[] defined, Value v) {
        if (defined[v.id()]) {
            throw new InternalException("defined twice: " + v);
        }
        defined[v.id()] = true;
    }

    @Override
    public String toString() {
        return "inputs " + CoreOp.text(inputs) + "\n"
                + instructions.stream().map(Instruction::toString).collect(Collectors.joining("\n")) + "\noutputs "
                + CoreOp.text(outputs);
    }

    /** Collects instructions. */
    public static final class Builder {
        private final List<Value> inputs = new ArrayList<>();
        private final List<Instruction> instructions = new ArrayList<>();
        private int values;

        /** Continues after the values of another program. */
        public static Builder after(CoreProgram program) {
            var b = new Builder();
            b.values = program.values();
            return b;
        }

        public Value value(DType dtype, Shape shape) {
            return new Value(values++, dtype, shape);
        }

        public Value input(DType dtype, Shape shape) {
            Value v = value(dtype, shape);
            inputs.add(v);
            return v;
        }

        public void add(CoreOp op, List<Value> in, List<Value> out, Origin origin) {
            instructions.add(new Instruction(op, in, out, origin));
        }

        /** Adds an instruction with one result, which is returned. */
        public Value emit(CoreOp op, DType dtype, Shape shape, Origin origin, Value... in) {
            Value out = value(dtype, shape);
            add(op, List.of(in), List.of(out), origin);
            return out;
        }

        public CoreProgram build(List<Value> outputs) {
            return build(inputs, outputs);
        }

        /** For a builder that began {@linkplain #after after} another program: the instructions on that one's inputs. */
        public CoreProgram build(List<Value> programInputs, List<Value> outputs) {
            return new CoreProgram(programInputs, instructions, outputs, values).verify();
        }
    }
}

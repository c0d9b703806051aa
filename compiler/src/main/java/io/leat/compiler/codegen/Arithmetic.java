package io.leat.compiler.codegen;

import io.leat.ir.BinaryFunction;
import io.leat.tensor.InternalException;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.OperatorInstruction;

/** The functions of two arguments that are one instruction of the JVM. */
final class Arithmetic {
    private Arithmetic() {}

    static void emit(CodeBuilder code, BinaryFunction f, Kind kind) {
        code.with(OperatorInstruction.of(opcode(f, kind)));
    }

    private static Opcode of(Kind kind, Opcode i, Opcode l, Opcode f, Opcode d) {
        return switch (kind) {
            case INT -> i;
            case LONG -> l;
            case FLOAT -> f;
            case DOUBLE -> d;
        };
    }

    private static Opcode opcode(BinaryFunction f, Kind kind) {
        return switch (f) {
            case ADD -> of(kind, Opcode.IADD, Opcode.LADD, Opcode.FADD, Opcode.DADD);
            case SUBTRACT -> of(kind, Opcode.ISUB, Opcode.LSUB, Opcode.FSUB, Opcode.DSUB);
            case MULTIPLY -> of(kind, Opcode.IMUL, Opcode.LMUL, Opcode.FMUL, Opcode.DMUL);
            case DIVIDE -> of(kind, Opcode.IDIV, Opcode.LDIV, Opcode.FDIV, Opcode.DDIV);
            case TRUNCATE_MOD -> of(kind, Opcode.IREM, Opcode.LREM, Opcode.FREM, Opcode.DREM);
            case AND -> kind == Kind.LONG ? Opcode.LAND : Opcode.IAND;
            case OR -> kind == Kind.LONG ? Opcode.LOR : Opcode.IOR;
            case XOR -> kind == Kind.LONG ? Opcode.LXOR : Opcode.IXOR;
            default -> throw new InternalException(f + " is not an instruction");
        };
    }
}

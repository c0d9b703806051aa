package io.leat.compiler.codegen;

import static io.leat.compiler.codegen.Kind.DOUBLE;
import static io.leat.compiler.codegen.Kind.FLOAT;
import static io.leat.compiler.codegen.Kind.INT;
import static io.leat.compiler.codegen.Kind.LONG;

import io.leat.compiler.codegen.Dag.Node;
import io.leat.compiler.codegen.Op.Apply1;
import io.leat.compiler.codegen.Op.Apply2;
import io.leat.compiler.codegen.Op.Choose;
import io.leat.compiler.codegen.Op.Convert;
import io.leat.compiler.codegen.Op.Literal;
import io.leat.compiler.codegen.Op.Load;
import io.leat.compiler.codegen.Op.RoundTo;
import io.leat.ir.BinaryFunction;
import io.leat.ir.UnaryFunction;
import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * The instructions of a node for one element: arguments on the operand stack, then the result. No fused
 * multiply-adds: TensorFlow rounds twice.
 */
final class Instructions {
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc PRIMITIVES = ClassDesc.of(Primitives.class.getName());

    private final CodeBuilder code;
    private final Dag dag;

    Instructions(CodeBuilder code, Dag dag) {
        this.code = code;
        this.dag = dag;
    }

    void emit(Node n) {
        switch (n.op()) {
            case Load _, Literal _ -> throw new InternalException("a leaf has no arguments");
            case Apply1(var f) -> unary(f, n);
            case Apply2(var f) -> binary(f, n);
            case Choose _ -> {
                ClassDesc type = n.kind().desc();
                code.invokestatic(PRIMITIVES, "select", MethodTypeDesc.of(type, INT.desc(), type, type));
            }
            case Convert _ -> new ConvertInstructions(code).emit(dag.operandType(n, 0), n.type());
            case RoundTo(var half) -> primitive(half == DType.FLOAT16 ? "roundFloat16" : "roundBfloat16", FLOAT, FLOAT);
        }
    }

    private void unary(UnaryFunction f, Node n) {
        Kind kind = n.kind();
        if (f.isElementary()) {
            code.invokestatic(Routine.elementary(), Routine.name(f), MethodTypeDesc.of(kind.desc(), kind.desc()));
        } else if (n.type().isFloating()) {
            realUnary(f, kind);
        } else {
            integerUnary(f, n);
        }
    }

    private void realUnary(UnaryFunction f, Kind kind) {
        switch (f) {
            case NEGATE -> {
                if (kind == FLOAT) {
                    code.fneg();
                } else {
                    code.dneg();
                }
            }
            case ABS -> math("abs", kind, kind);
            case SIGN -> {
                math("signum", kind, kind);
                constant(kind, 0);
                arithmetic(BinaryFunction.ADD, kind);
            }
            case SQRT -> throughDouble("sqrt", kind);
            case FLOOR -> throughDouble("floor", kind);
            case CEIL -> throughDouble("ceil", kind);
            case RINT -> throughDouble("rint", kind);
            default -> throw new InternalException(f + " of " + kind);
        }
    }

    private void integerUnary(UnaryFunction f, Node n) {
        Kind kind = n.kind();
        boolean unsigned = n.type().isUnsigned();
        switch (f) {
            case NEGATE -> {
                if (kind == INT) {
                    code.ineg();
                } else {
                    code.lneg();
                }
            }
            case ABS -> {
                if (!unsigned) {
                    math("abs", kind, kind);
                }
            }
            case SIGN -> primitive(unsigned ? "signUnsigned" : "sign", kind, kind);
            case FLOOR, CEIL, RINT -> {}
            case NOT, INVERT -> {
                constant(kind, f == UnaryFunction.NOT ? 1 : -1);
                arithmetic(BinaryFunction.XOR, kind);
            }
            default -> throw new InternalException(f + " of " + n.type());
        }
    }

    private void binary(BinaryFunction f, Node n) {
        DType type = dag.operandType(n, 0);
        Kind kind = Kind.of(type);
        boolean flipped = type == DType.UINT32 || type == DType.UINT64;
        switch (f) {
            case ADD, SUBTRACT, MULTIPLY, AND, OR, XOR -> arithmetic(f, kind);
            case DIVIDE, FLOOR_DIVIDE, FLOOR_MOD, TRUNCATE_MOD -> {
                if (!type.isFloating()) {
                    divide(f, kind, type);
                } else if (f == BinaryFunction.FLOOR_DIVIDE) {
                    arithmetic(BinaryFunction.DIVIDE, kind);
                    throughDouble("floor", kind);
                } else if (f == BinaryFunction.FLOOR_MOD) {
                    primitive("floorMod", kind, kind, kind);
                } else {
                    arithmetic(f, kind);
                }
            }
            case MINIMUM, MAXIMUM -> {
                String name = f == BinaryFunction.MINIMUM ? "min" : "max";
                if (flipped) {
                    primitive(name + "Unsigned", kind, kind, kind);
                } else {
                    math(name, kind, kind, kind);
                }
            }
            case POW, ATAN2 -> {
                if (type.isFloating()) {
                    MethodTypeDesc signature = MethodTypeDesc.of(kind.desc(), kind.desc(), kind.desc());
                    code.invokestatic(Routine.elementary(), Routine.name(f), signature);
                } else {
                    primitive(type.isUnsigned() ? "powUnsigned" : "pow", kind, kind, kind);
                }
            }
            case SHIFT_LEFT, SHIFT_RIGHT -> shift(f, kind, type);
            case EQUAL, NOT_EQUAL -> primitive(Routine.name(f), INT, kind, kind);
            case LESS, LESS_EQUAL -> primitive(Routine.name(f) + (flipped ? "Unsigned" : ""), INT, kind, kind);
            case GREATER, GREATER_EQUAL -> throw new InternalException(f + " has been turned round");
        }
    }

    private void shift(BinaryFunction f, Kind kind, DType type) {
        code.loadConstant(type.bytes() * 8 - 1);
        primitive(type.isUnsigned() ? "countUnsigned" : "count", INT, kind, INT);
        boolean left = f == BinaryFunction.SHIFT_LEFT;
        if (kind == INT) {
            if (left) {
                code.ishl();
            } else if (type == DType.UINT32) {
                code.iushr();
            } else {
                code.ishr();
            }
        } else if (left) {
            code.lshl();
        } else if (type == DType.UINT64) {
            code.lushr();
        } else {
            code.lshr();
        }
    }

    /** Integer division and remainders. */
    private void divide(BinaryFunction f, Kind kind, DType type) {
        boolean remainder = f == BinaryFunction.FLOOR_MOD || f == BinaryFunction.TRUNCATE_MOD;
        MethodTypeDesc signature = MethodTypeDesc.of(kind.desc(), kind.desc(), kind.desc());
        if (type == DType.UINT32 || type == DType.UINT64) {
            ClassDesc owner = ClassDesc.of(kind == INT ? "java.lang.Integer" : "java.lang.Long");
            code.invokestatic(owner, remainder ? "remainderUnsigned" : "divideUnsigned", signature);
        } else if (f == BinaryFunction.FLOOR_MOD) {
            code.invokestatic(MATH, "floorMod", signature);
        } else if (f == BinaryFunction.FLOOR_DIVIDE) {
            code.invokestatic(MATH, "floorDiv", signature);
        } else {
            arithmetic(remainder ? BinaryFunction.TRUNCATE_MOD : BinaryFunction.DIVIDE, kind);
        }
    }

    private void arithmetic(BinaryFunction f, Kind kind) {
        Arithmetic.emit(code, f, kind);
    }

    private void constant(Kind kind, int value) {
        switch (kind) {
            case INT -> code.loadConstant(value);
            case LONG -> code.loadConstant((long) value);
            case FLOAT -> code.loadConstant((float) value);
            case DOUBLE -> code.loadConstant((double) value);
        }
    }

    /** A function of doubles, also exact for floats: the result of sqrt rounds to the nearest float. */
    private void throughDouble(String name, Kind kind) {
        if (kind == FLOAT) {
            code.f2d();
        }
        math(name, DOUBLE, DOUBLE);
        if (kind == FLOAT) {
            code.d2f();
        }
    }

    private void math(String name, Kind result, Kind... arguments) {
        code.invokestatic(MATH, name, signature(result, arguments));
    }

    private void primitive(String name, Kind result, Kind... arguments) {
        code.invokestatic(PRIMITIVES, name, signature(result, arguments));
    }

    private static MethodTypeDesc signature(Kind result, Kind... arguments) {
        ClassDesc[] parameters = new ClassDesc[arguments.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = arguments[i].desc();
        }
        return MethodTypeDesc.of(result.desc(), parameters);
    }
}

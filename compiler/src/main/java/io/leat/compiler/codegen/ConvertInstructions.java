package io.leat.compiler.codegen;

import static io.leat.compiler.codegen.Kind.INT;
import static io.leat.compiler.codegen.Kind.LONG;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_long;

import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * The instructions that convert the value on the operand stack to another dtype. Results of dtypes of less than 32 bits
 * have the right low bits only: see {@link #normalise}.
 */
final class ConvertInstructions {
    private static final ClassDesc PRIMITIVES = ClassDesc.of(Primitives.class.getName());

    private final CodeBuilder code;

    ConvertInstructions(CodeBuilder code) {
        this.code = code;
    }

    /** Whether values of {@code type} are narrower than the int that holds them, so that its upper bits may be wrong. */
    static boolean isNarrow(DType type) {
        return switch (type) {
            case INT8, UINT8, INT16, UINT16 -> true;
            default -> false;
        };
    }

    /** Makes the upper bits of an int what the narrow dtype asks for. */
    void normalise(DType type) {
        switch (type) {
            case INT8 -> code.i2b();
            case INT16 -> code.i2s();
            case UINT16 -> code.i2c();
            case UINT8 -> code.loadConstant(0xFF).iand();
            default -> throw new InternalException(type + " is not narrow");
        }
    }

    void emit(DType from, DType to) {
        if (to == DType.BOOL) {
            code.loadConstant(0);
            if (Kind.of(from) == LONG) {
                code.i2l();
            }
            ClassDesc type = Kind.of(from).desc();
            code.invokestatic(PRIMITIVES, "notEqual", MethodTypeDesc.of(INT.desc(), type, type));
        } else if (from.isFloating()) {
            fromReal(Kind.of(from).jvm(), to);
        } else {
            fromInteger(from, to);
        }
    }

    private void fromReal(TypeKind from, DType to) {
        switch (to) {
            case FLOAT32 -> code.conversion(from, TypeKind.FLOAT);
            case FLOAT64 -> code.conversion(from, TypeKind.DOUBLE);
            case INT64 -> code.conversion(from, TypeKind.LONG);
            case UINT32 -> code.conversion(from, TypeKind.LONG).l2i();
            case UINT64 ->
                code.conversion(from, TypeKind.DOUBLE)
                        .invokestatic(PRIMITIVES, "toUnsignedLong", MethodTypeDesc.of(CD_long, CD_double));
            default -> code.conversion(from, TypeKind.INT);
        }
    }

    private void fromInteger(DType from, DType to) {
        if (from == DType.UINT64 && to == DType.FLOAT32) {
            code.invokestatic(PRIMITIVES, "unsignedToFloat", MethodTypeDesc.of(CD_float, CD_long));
        } else if (from == DType.UINT64 && to == DType.FLOAT64) {
            code.invokestatic(PRIMITIVES, "unsignedToDouble", MethodTypeDesc.of(CD_double, CD_long));
        } else if (from == DType.UINT32 && Kind.of(to) != INT) {
            code.i2l()
                    .loadConstant(0xFFFFFFFFL)
                    .land()
                    .conversion(TypeKind.LONG, Kind.of(to).jvm());
        } else {
            code.conversion(Kind.of(from).jvm(), Kind.of(to).jvm());
        }
    }
}

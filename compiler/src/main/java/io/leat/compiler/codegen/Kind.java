package io.leat.compiler.codegen;

import io.leat.tensor.DType;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/** The JVM types in which generated code computes. */
enum Kind {
    /** Bool, and integers of up to 32 bits. */
    INT(TypeKind.INT),
    LONG(TypeKind.LONG),
    /** float32, and the 16 bit formats. */
    FLOAT(TypeKind.FLOAT),
    DOUBLE(TypeKind.DOUBLE);

    private final TypeKind jvm;

    Kind(TypeKind jvm) {
        this.jvm = jvm;
    }

    TypeKind jvm() {
        return jvm;
    }

    ClassDesc desc() {
        return jvm.upperBound();
    }

    static Kind of(DType type) {
        return switch (type) {
            case FLOAT64 -> DOUBLE;
            case FLOAT32, FLOAT16, BFLOAT16 -> FLOAT;
            case INT64, UINT64 -> LONG;
            default -> INT;
        };
    }
}

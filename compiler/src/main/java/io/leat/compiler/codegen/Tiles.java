package io.leat.compiler.codegen;

import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/** The kinds of arrays: those of tensors, and the tiles of {@link Scratch}, whose fields are named here. */
enum Tiles {
    FLOATS("floats", TypeKind.FLOAT),
    DOUBLES("doubles", TypeKind.DOUBLE),
    INTS("ints", TypeKind.INT),
    LONGS("longs", TypeKind.LONG),
    SHORTS("shorts", TypeKind.SHORT),
    BYTES("bytes", TypeKind.BYTE);

    private final String field;
    private final TypeKind element;

    Tiles(String field, TypeKind element) {
        this.field = field;
        this.element = element;
    }

    /** The field of {@link Scratch}, an array of {@link #array}s. */
    String field() {
        return field;
    }

    ClassDesc array() {
        return element.upperBound().arrayType();
    }

    TypeKind element() {
        return element;
    }

    /** The arrays that keep {@code type}. */
    static Tiles of(DType type) {
        return switch (type.storage()) {
            case FLOAT -> FLOATS;
            case DOUBLE -> DOUBLES;
            case INT -> INTS;
            case LONG -> LONGS;
            case SHORT -> SHORTS;
            case BYTE -> BYTES;
            case OBJECT -> throw new InternalException("no kernels of " + type.signatureName());
        };
    }
}

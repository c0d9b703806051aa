package io.leat.compiler.codegen;

import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.Arrays;

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

    /** A tile whose elements are a quarter, 0 or 1. */
    Object newTile() {
        return switch (this) {
            case FLOATS -> {
                float[] tile = new float[Scratch.TILE];
                Arrays.fill(tile, 0.25f);
                yield tile;
            }
            case DOUBLES -> {
                double[] tile = new double[Scratch.TILE];
                Arrays.fill(tile, 0.25);
                yield tile;
            }
            case INTS -> new int[Scratch.TILE];
            case LONGS -> new long[Scratch.TILE];
            case SHORTS -> new short[Scratch.TILE];
            case BYTES -> {
                byte[] tile = new byte[Scratch.TILE];
                Arrays.fill(tile, (byte) 1);
                yield tile;
            }
        };
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

package io.leat.compiler.codegen;

import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;

import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.Arrays;

/** The kinds of arrays: those of tensors, and the tiles of {@link Scratch}, whose fields are named here. */
enum Tiles {
    FLOATS("floats", CD_float, TypeKind.FLOAT),
    DOUBLES("doubles", CD_double, TypeKind.DOUBLE),
    INTS("ints", CD_int, TypeKind.INT),
    LONGS("longs", CD_long, TypeKind.LONG),
    SHORTS("shorts", CD_short, TypeKind.SHORT),
    BYTES("bytes", CD_byte, TypeKind.BYTE);

    private final String field;
    private final ClassDesc array;
    private final TypeKind element;

    Tiles(String field, ClassDesc element, TypeKind kind) {
        this.field = field;
        this.array = element.arrayType();
        this.element = kind;
    }

    /** The field of {@link Scratch}, an array of {@link #array}s. */
    String field() {
        return field;
    }

    ClassDesc array() {
        return array;
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

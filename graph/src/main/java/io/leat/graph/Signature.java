package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an op takes, gives and is configured by: TensorFlow's {@code OpDef}.
 *
 * @param name the op's name
 * @param stateful whether the op has state or effects
 */
public record Signature(String name, List<Arg> inputs, List<Arg> outputs, List<AttrDef> attrs, boolean stateful) {
    public Signature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attrs = List.copyOf(attrs);
    }

    /**
     * One input or output, which stands for one tensor or for a list of tensors.
     *
     * @param type its fixed dtype, or null when an attribute says it
     * @param typeAttr the attribute with its dtype, or null
     * @param numberAttr the attribute with the number of tensors of the same dtype, or null
     * @param typeListAttr the attribute with the dtypes of a list of tensors, or null
     * @param ref whether it is a reference to a variable
     */
    public record Arg(
            String name,
            @Nullable DType type,
            @Nullable String typeAttr,
            @Nullable String numberAttr,
            @Nullable String typeListAttr,
            boolean ref) {
        public boolean isList() {
            return numberAttr != null || typeListAttr != null;
        }

        /** The dtypes of the tensors this argument stands for, under the attributes of a node. */
        public List<DType> types(Attrs attrs) {
            if (typeListAttr != null) {
                return attrs.types(typeListAttr);
            }
            DType t = type != null ? type : attrs.type(java.util.Objects.requireNonNull(typeAttr));
            if (numberAttr == null) {
                return List.of(t);
            }
            long n = attrs.integer(numberAttr);
            if (n < 0 || n > 1 << 20) {
                throw new InvalidArgumentException("Value for number_attr \"" + numberAttr + "\" is " + n);
            }
            return java.util.Collections.nCopies((int) n, t);
        }
    }

    /** The kinds of attributes. */
    public enum Kind {
        INT,
        FLOAT,
        BOOL,
        STRING,
        TYPE,
        SHAPE,
        TENSOR,
        FUNC
    }

    /**
     * One attribute.
     *
     * @param list whether it is a list of values of {@code kind}
     * @param types the dtypes allowed, empty when any is
     * @param strings the strings allowed, empty when any is
     * @param minimum the least value of an int or the least length of a list, or null
     * @param defaultValue the value when none is given, or null when one must be given
     */
    public record AttrDef(
            String name,
            Kind kind,
            boolean list,
            List<DType> types,
            List<String> strings,
            @Nullable Long minimum,
            @Nullable Attr defaultValue) {
        public AttrDef {
            types = List.copyOf(types);
            strings = List.copyOf(strings);
        }
    }

    /**
     * Reads the text form that {@link OpSpec} describes.
     *
     * @throws InvalidArgumentException where the text is not a signature
     */
    public static Signature parse(String text, boolean stateful) {
        return new SignatureParser(text).parse(stateful);
    }

    public @Nullable AttrDef attr(String attrName) {
        for (AttrDef a : attrs) {
            if (a.name().equals(attrName)) {
                return a;
            }
        }
        return null;
    }

    /** The dtypes of all output tensors under the attributes of a node. */
    public List<DType> outputTypes(Attrs a) {
        return outputs.stream().flatMap(arg -> arg.types(a).stream()).toList();
    }

    /** The dtypes of all input tensors under the attributes of a node. */
    public List<DType> inputTypes(Attrs a) {
        return inputs.stream().flatMap(arg -> arg.types(a).stream()).toList();
    }

    /** Whether the input tensor at {@code index} is taken by reference. */
    public boolean isRefInput(int index, Attrs a) {
        return isRef(inputs, index, a);
    }

    /** Whether the output tensor at {@code index} is a reference to a variable. */
    public boolean isRefOutput(int index, Attrs a) {
        return isRef(outputs, index, a);
    }

    private static boolean isRef(List<Arg> args, int index, Attrs a) {
        int first = 0;
        for (Arg arg : args) {
            first += arg.types(a).size();
            if (index < first) {
                return arg.ref();
            }
        }
        return false;
    }
}

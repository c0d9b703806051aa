package io.leat.formats.convert;

import com.google.protobuf.ByteString;
import io.leat.formats.proto.AttrValue;
import io.leat.formats.proto.NameAttrList;
import io.leat.graph.Attr;
import io.leat.graph.Attrs;
import io.leat.tensor.DType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Attributes and their messages. */
public final class AttrProtos {
    private AttrProtos() {}

    /**
     * All attributes of a node; one without a value is left out.
     *
     * @throws io.leat.tensor.InvalidArgumentException for a dtype, shape or tensor that is not valid
     */
    public static Attrs parse(Map<String, AttrValue> messages) {
        var attrs = new TreeMap<String, Attr>();
        messages.forEach((name, message) -> {
            Attr attr = parse(message);
            if (attr != null) {
                attrs.put(name, attr);
            }
        });
        return Attrs.of(attrs);
    }

    private static @Nullable Attr parse(AttrValue p) {
        return switch (p.getValueCase()) {
            case S -> new Attr.Text(p.getS().toByteArray());
            case I -> new Attr.Int(p.getI());
            case F -> new Attr.Real(p.getF());
            case B -> new Attr.Bool(p.getB());
            case TYPE -> new Attr.Type(DType.ofNumber(p.getTypeValue()));
            case SHAPE -> new Attr.Dims(ShapeProtos.parse(p.getShape()));
            case TENSOR -> new Attr.Value(TensorProtos.parse(p.getTensor()));
            case LIST -> parse(p.getList());
            case FUNC -> parse(p.getFunc());
            case PLACEHOLDER -> new Attr.Placeholder(p.getPlaceholder());
            case VALUE_NOT_SET -> null;
        };
    }

    private static Attr.Function parse(NameAttrList p) {
        return new Attr.Function(p.getName(), parse(p.getAttrMap()));
    }

    private static Attr.Items parse(AttrValue.ListValue p) {
        List<Attr> items = new ArrayList<>();
        p.getSList().forEach(s -> items.add(new Attr.Text(s.toByteArray())));
        p.getIList().forEach(i -> items.add(new Attr.Int(i)));
        p.getFList().forEach(f -> items.add(new Attr.Real(f)));
        p.getBList().forEach(b -> items.add(new Attr.Bool(b)));
        p.getTypeValueList().forEach(t -> items.add(new Attr.Type(DType.ofNumber(t))));
        p.getShapeList().forEach(s -> items.add(new Attr.Dims(ShapeProtos.parse(s))));
        p.getTensorList().forEach(t -> items.add(new Attr.Value(TensorProtos.parse(t))));
        p.getFuncList().forEach(f -> items.add(parse(f)));
        return new Attr.Items(items);
    }

    /** All attributes as messages, sorted by name. */
    public static Map<String, AttrValue> write(Attrs attrs) {
        var messages = new TreeMap<String, AttrValue>();
        attrs.asMap().forEach((name, attr) -> messages.put(name, write(attr)));
        return messages;
    }

    private static AttrValue write(Attr attr) {
        var p = AttrValue.newBuilder();
        switch (attr) {
            case Attr.Text a -> p.setS(ByteString.copyFrom(a.bytes()));
            case Attr.Int a -> p.setI(a.value());
            case Attr.Real a -> p.setF(a.value());
            case Attr.Bool a -> p.setB(a.value());
            case Attr.Type a -> p.setTypeValue(a.value().number());
            case Attr.Dims a -> p.setShape(ShapeProtos.write(a.value()));
            case Attr.Value a -> p.setTensor(TensorProtoWriter.write(a.value()));
            case Attr.Function a -> p.setFunc(write(a));
            case Attr.Placeholder a -> p.setPlaceholder(a.name());
            case Attr.Items a -> p.setList(writeList(a.values()));
        }
        return p.build();
    }

    private static NameAttrList write(Attr.Function f) {
        return NameAttrList.newBuilder()
                .setName(f.name())
                .putAllAttr(write(f.attrs()))
                .build();
    }

    private static AttrValue.ListValue writeList(List<Attr> items) {
        var p = AttrValue.ListValue.newBuilder();
        for (Attr item : items) {
            switch (item) {
                case Attr.Text a -> p.addS(ByteString.copyFrom(a.bytes()));
                case Attr.Int a -> p.addI(a.value());
                case Attr.Real a -> p.addF(a.value());
                case Attr.Bool a -> p.addB(a.value());
                case Attr.Type a -> p.addTypeValue(a.value().number());
                case Attr.Dims a -> p.addShape(ShapeProtos.write(a.value()));
                case Attr.Value a -> p.addTensor(TensorProtoWriter.write(a.value()));
                case Attr.Function a -> p.addFunc(write(a));
                case Attr.Placeholder a -> throw new IllegalArgumentException("a placeholder in a list: " + a);
                case Attr.Items a -> throw new IllegalArgumentException("a list in a list: " + a);
            }
        }
        return p.build();
    }
}

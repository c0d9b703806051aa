package io.leat.ir;

import io.leat.tensor.ErrorSite;
import java.util.List;

/** Several nodes, of which the last gives name, op and place. */
record FusedOrigin(List<Origin> parts) implements Origin {
    @Override
    public String name() {
        return parts.getLast().name();
    }

    @Override
    public String type() {
        return parts.getLast().type();
    }

    @Override
    public ErrorSite errorSite() {
        return parts.getLast().errorSite();
    }
}

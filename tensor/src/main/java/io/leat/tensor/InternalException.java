package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** An invariant of Leat is broken: the bug is Leat's. */
public final class InternalException extends LeatException {
    private static final long serialVersionUID = 1L;

    public InternalException(String reason) {
        this(reason, null, null);
    }

    public InternalException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.INTERNAL, reason, site, cause);
    }
}

package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** A failure without a code of its own, such as one raised by user code. */
public final class UnknownException extends LeatException {
    private static final long serialVersionUID = 1L;

    public UnknownException(String reason) {
        this(reason, null, null);
    }

    public UnknownException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.UNKNOWN, reason, site, cause);
    }
}

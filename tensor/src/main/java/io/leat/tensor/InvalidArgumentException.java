package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** An argument is wrong whatever the state of the system. */
public final class InvalidArgumentException extends LeatException {
    private static final long serialVersionUID = 1L;

    public InvalidArgumentException(String reason) {
        this(reason, null, null);
    }

    public InvalidArgumentException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.INVALID_ARGUMENT, reason, site, cause);
    }
}

package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** What should be created is there already. */
public final class AlreadyExistsException extends LeatException {
    private static final long serialVersionUID = 1L;

    public AlreadyExistsException(String reason) {
        this(reason, null, null);
    }

    public AlreadyExistsException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.ALREADY_EXISTS, reason, site, cause);
    }
}

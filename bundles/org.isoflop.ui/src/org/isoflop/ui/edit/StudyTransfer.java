package org.isoflop.ui.edit;

import java.nio.charset.StandardCharsets;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;

/** Carries a {@link Fragment} in its written form between studies, windows and running programs. */
public final class StudyTransfer extends ByteArrayTransfer {

    private static final String TYPE = "application/x-isoflop";
    private static final int ID = registerType(TYPE);
    private static final StudyTransfer INSTANCE = new StudyTransfer();

    private StudyTransfer() {
    }

    /**
     * Returns the only instance.
     *
     * @return the transfer of texts that {@link Fragment#text()} writes
     */
    public static StudyTransfer instance() {
        return INSTANCE;
    }

    @Override
    protected int[] getTypeIds() {
        return new int[] {ID};
    }

    @Override
    protected String[] getTypeNames() {
        return new String[] {TYPE};
    }

    @Override
    protected void javaToNative(Object object, TransferData data) {
        if (object instanceof String text && isSupportedType(data)) {
            super.javaToNative(text.getBytes(StandardCharsets.UTF_8), data);
        }
    }

    @Override
    protected Object nativeToJava(TransferData data) {
        return isSupportedType(data) && super.nativeToJava(data) instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : null;
    }
}

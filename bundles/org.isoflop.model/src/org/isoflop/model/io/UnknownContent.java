package org.isoflop.model.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.isoflop.model.io.Json.JsonMember;
import org.isoflop.model.io.Json.JsonObject;

/** Edits the members that an object keeps although this version does not know them. */
public final class UnknownContent {

    private UnknownContent() {
    }

    /**
     * Leaves out a member.
     *
     * @param unknown the unknown content of an object: a JSON object
     * @param key the key of the member
     * @return the content without it; null if nothing is left
     * @throws StudyFileException if the content is damaged
     */
    public static String without(String unknown, String key) throws StudyFileException {
        return edit(unknown, key, member -> null);
    }

    /**
     * Gives a member another key.
     *
     * @param unknown the unknown content of an object: a JSON object
     * @param key the key of the member
     * @param newKey its new key
     * @return the content with the new key
     * @throws StudyFileException if the content is damaged
     */
    public static String renamed(String unknown, String key, String newKey) throws StudyFileException {
        return edit(unknown, key, member -> new JsonMember(newKey, member.value(), 0));
    }

    private static String edit(String unknown, String key, UnaryOperator<JsonMember> edit) throws StudyFileException {
        List<JsonMember> members = new ArrayList<>();
        try {
            if (unknown != null && JsonReader.read(unknown) instanceof JsonObject object) {
                for (JsonMember member : object.members()) {
                    JsonMember edited = member.name().equals(key) ? edit.apply(member) : member;
                    if (edited != null) {
                        members.add(edited);
                    }
                }
            }
        } catch (Refusal e) {
            throw new StudyFileException(e, "E_UNKNOWN_CONTENT", key);
        }
        return members.isEmpty() ? null : JsonPrinter.oneLine(new JsonObject(members, 0));
    }
}

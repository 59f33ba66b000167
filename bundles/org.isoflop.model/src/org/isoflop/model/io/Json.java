package org.isoflop.model.io;

import java.util.List;

/** A value as it stands in a file. */
public sealed interface Json {

    /**
     * Where the value begins.
     *
     * @return an offset in characters; {@link JsonDocument#line} makes a line of it
     */
    int offset();

    /**
     * An object.
     *
     * @param members its members in their order, each name once
     * @param offset where it begins
     */
    record JsonObject(List<JsonMember> members, int offset) implements Json {

        /**
         * The value of a member.
         *
         * @param name the name of the member
         * @return its value, or null if there is none of that name
         */
        public Json get(String name) {
            for (JsonMember member : members) {
                if (member.name().equals(name)) {
                    return member.value();
                }
            }
            return null;
        }
    }

    /**
     * A list.
     *
     * @param values its values in their order
     * @param offset where it begins
     */
    record JsonArray(List<Json> values, int offset) implements Json {
    }

    /**
     * A text.
     *
     * @param text the text, without quotation marks and escapes
     * @param offset where it begins
     */
    record JsonText(String text, int offset) implements Json {
    }

    /**
     * A number.
     *
     * @param digits its digits as they were written
     * @param offset where it begins
     */
    record JsonNumber(String digits, int offset) implements Json {
    }

    /**
     * One of the words true, false and null.
     *
     * @param word the word
     * @param offset where it begins
     */
    record JsonWord(String word, int offset) implements Json {

        static final String NULL = "null";

        /**
         * Tells true and false from null.
         *
         * @return whether the word is true or false
         */
        public boolean isTruth() {
            return !word.equals(NULL);
        }
    }

    /**
     * A member of an object.
     *
     * @param name its name
     * @param value its value
     * @param offset where its name begins
     */
    record JsonMember(String name, Json value, int offset) {
    }
}

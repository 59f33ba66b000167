package org.isoflop.model.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.isoflop.model.corpus.Corpus;
import org.isoflop.model.io.Json.JsonArray;
import org.isoflop.model.io.Json.JsonMember;
import org.isoflop.model.io.Json.JsonNumber;
import org.isoflop.model.io.Json.JsonObject;
import org.isoflop.model.io.Json.JsonText;
import org.isoflop.model.io.Json.JsonWord;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.StudyValidator;

/** The reader never throws and never takes what it cannot write back, whatever happens to a study. */
class MutationTest {

    private static final long SEED = 405;
    private static final List<Json> STRANGERS = List.of(new JsonNumber("0", 0), new JsonNumber("-1.5e300", 0),
            new JsonNumber("1e400", 0), new JsonNumber("1e-400", 0), new JsonText("", 0), new JsonText("{0}", 0),
            new JsonText("chinchilla", 0), new JsonText("\u0000", 0), new JsonText("\udc00", 0),
            new JsonWord("null", 0), new JsonWord("true", 0), new JsonArray(List.of(), 0),
            new JsonObject(List.of(), 0), new JsonArray(List.of(new JsonNumber("1", 0), new JsonText("a", 0)), 0),
            new JsonObject(List.of(new JsonMember("value", new JsonNumber("7", 0), 0)), 0));

    private final Random random = new Random(SEED);

    @Test
    @Timeout(60)
    void bytesAreMutated() {
        byte[] sample = Corpus.sample();
        for (int i = 0; i < 3_000; i++) {
            byte[] mutant = sample.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (random.nextInt(4) == 0) {
                int from = random.nextInt(mutant.length);
                int to = from + random.nextInt(mutant.length - from);
                byte[] rest = Arrays.copyOfRange(mutant, to, mutant.length);
                mutant = Arrays.copyOf(mutant, from + rest.length);
                System.arraycopy(rest, 0, mutant, from, rest.length);
            }
            check(mutant);
        }
    }

    @Test
    @Timeout(60)
    void structureIsMutated() throws Refusal {
        Json sample = JsonReader.read(new String(Corpus.sample(), StandardCharsets.UTF_8));
        int taken = 0;
        for (int i = 0; i < 3_000; i++) {
            Json mutant = sample;
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                mutant = mutate(mutant, 0.002);
            }
            if (check(JsonPrinter.lines(mutant).getBytes(StandardCharsets.UTF_8))) {
                taken++;
            }
        }
        assertTrue(taken > 100, "some mutants are still studies: " + taken);
    }

    /** Drops, doubles, swaps and replaces values and keys, each with the given chance. */
    private Json mutate(Json json, double chance) {
        if (random.nextDouble() < chance) {
            return STRANGERS.get(random.nextInt(STRANGERS.size()));
        }
        return switch (json) {
            case JsonObject object -> {
                List<JsonMember> members = new ArrayList<>();
                for (JsonMember member : object.members()) {
                    JsonMember changed = new JsonMember(member.name(), mutate(member.value(), chance), 0);
                    if (random.nextDouble() >= chance) {
                        members.add(changed);
                    } else if (random.nextBoolean()) {
                        members.addAll(List.of(changed, member));
                    } else if (random.nextBoolean()) {
                        members.add(new JsonMember(member.name() + "x", changed.value(), 0));
                    }
                }
                shuffleSometimes(members, chance);
                yield new JsonObject(members, 0);
            }
            case JsonArray array -> {
                List<Json> values = new ArrayList<>();
                for (Json value : array.values()) {
                    values.add(mutate(value, chance));
                    if (random.nextDouble() < chance) {
                        values.add(value);
                    }
                }
                shuffleSometimes(values, chance);
                yield new JsonArray(values, 0);
            }
            default -> json;
        };
    }

    private void shuffleSometimes(List<?> list, double chance) {
        if (random.nextDouble() < chance) {
            Collections.shuffle(list, random);
        }
    }

    private static boolean check(byte[] mutant) {
        ReadResult result = StudyReader.read(mutant, "mutant");
        List<Finding> findings = new ArrayList<>(result.findings());
        if (result.study() == null) {
            assertFalse(findings.isEmpty());
        } else {
            findings.addAll(StudyValidator.validate(result.study(), "mutant", result.locations()));
        }
        findings.forEach(finding -> assertFalse(finding.message(Locale.FRENCH).isBlank()));
        if (!result.isComplete()) {
            return false;
        }
        try {
            byte[] written = StudyWriter.write(result.study());
            ReadResult again = StudyReader.read(written, null);
            assertTrue(again.isComplete(), again.findings()::toString);
            assertArrayEquals(written, StudyWriter.write(again.study()));
        } catch (StudyFileException e) {
            assertTrue(e.code().equals("E_UNSAVABLE_REFERENCE"), e::getMessage);
        }
        return true;
    }
}

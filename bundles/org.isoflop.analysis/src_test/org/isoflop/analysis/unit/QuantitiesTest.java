package org.isoflop.analysis.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "70B | PARAMETERS | 70e9", "7b | PARAMETERS | 7e9", "70m | PARAMETERS | 70e6",
        "6.74 B parameters | PARAMETERS | 6.74e9",
        "1.1B | PARAMETERS | 1100000000", "1.4T | TOKENS | 1.4e12", "1.4T tokens | TOKENS | 1.4e12",
        "1.4 T tokens | TOKENS | 1.4e12", "300 000 000 000 tokens | TOKENS | 3e11", "5.76e23 | FLOP | 5.76e23",
        "3e24 FLOP | FLOP | 3e24", "1 EFLOP | FLOP | 1e18", "3640 PF-days | FLOP | 3.14496e23",
        "5.76\u00d710\u00b2\u00b3 FLOP | FLOP | 5.76e23", "5.76\u00d710^23 | FLOP | 5.76e23",
        "312 TFLOP/s | FLOP_PER_SECOND | 312e12", "989.4 TFLOPS | FLOP_PER_SECOND | 989.4e12",
        "80GiB | BYTES | 85899345920", "80 GB | BYTES | 80e9", "7 B | BYTES | 7", "80 bytes | BYTES | 80",
        "3.35 TB/s | BYTES_PER_SECOND | 3.35e12", "30 000 USD | USD | 30000", "$2.5M | USD | 2.5e6",
        "1.2B USD | USD | 1.2e9",
        "2.50 USD/h | USD_PER_HOUR | 2.5", "$2.5/h | USD_PER_HOUR | 2.5", "2.5 $/h | USD_PER_HOUR | 2.5",
        "90 days | SECONDS | 7776000", "1 h | SECONDS | 3600", "250 ms | SECONDS | 0.25",
        "5 \u00b5s | SECONDS | 5e-6",
        "5 \u03bcs | SECONDS | 5e-6", "2 days | HOURS | 48", "1 MWh | JOULES | 3.6e9", "700 W | WATTS | 700",
        "40 % | ONE | 0.4", "3.5e-2 | ONE | 0.035", "500 tCO2e | GRAMS | 5e8",
        "2.1 nats/token | NATS_PER_TOKEN | 2.1",
        "10 000 | DEVICES | 10000", "-0 | ONE | 0", "+.5 | ONE | 0.5", "4 epochs | EPOCHS | 4"})
    void readsWhatPeopleWrite(String text, Unit unit, double value) {
        assertEquals(value, Quantities.parse(text, unit));
    }

    @Test
    void readsNarrowSpacesBetweenGroups() {
        assertEquals(30000, Quantities.parse("30\u202f000\u00a0USD", Unit.USD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
        "'' | ONE", "null | ONE", "1,5 | ONE", "1,234 | TOKENS", "\uff11\uff12 | ONE", "\u0663 | ONE", "NaN | ONE",
        "Infinity | ONE", "1e400 | ONE", "1e99999 | ONE", "0x10 | ONE", "1.4T tokens | PARAMETERS",
        "7 B params | BYTES", "7b | BYTES", "80G | BYTES", "80gb | BYTES", "5 Ms | SECONDS", "3 months | SECONDS",
        "312 tflop/s | FLOP_PER_SECOND", "312 TFLOPS | FLOP", "700 w | WATTS", "30 00 | USD", "1 2 | ONE",
        "$ | USD",
        "$5 USD | USD", "5 EUR | USD", "1.2.3 | ONE", "1e | ONE", "-- | ONE", "5 % | TOKENS", "1B% | ONE"})
    void refusesTheRestInWords(String text, Unit unit) {
        QuantityFormatException refusal = assertThrows(QuantityFormatException.class,
                () -> Quantities.parse(text, unit));
        String english = refusal.message(Locale.ENGLISH);
        String french = refusal.message(Locale.FRENCH);
        assertTrue(english.endsWith("."), english);
        assertFalse(english.equals(french));
        assertFalse(english.contains("{"), english);
    }

    @Test
    void refusesWithoutReadingEndlessText() {
        assertThrows(QuantityFormatException.class, () -> Quantities.parse("9".repeat(1_000_000), Unit.ONE));
    }

    @Test
    void theCommaAndTheDigitsHaveTheirOwnSentence() {
        assertTrue(assertThrows(QuantityFormatException.class, () -> Quantities.parse("1,5", Unit.ONE))
                .message(Locale.ENGLISH).contains("comma"));
        assertTrue(assertThrows(QuantityFormatException.class, () -> Quantities.parse("\uff11", Unit.ONE))
                .message(Locale.ENGLISH).contains("0 to 9"));
        assertEquals("\u201c5 EUR\u201d is not a quantity in USD; write for example 30 000 USD.",
                assertThrows(QuantityFormatException.class, () -> Quantities.parse("5 EUR", Unit.USD))
                        .message(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "67e9 | PARAMETERS | 67B | 67B", "6.74e9 | PARAMETERS | 6.74B | 6,74B", "999.9e6 | PARAMETERS | 1B | 1B",
        "1.4e12 | TOKENS | 1.4T\u202ftokens | 1,4T\u202ftokens",
        "5.76e23 | FLOP | 5.76\u00d710\u00b2\u00b3\u202fFLOP | 5,76\u00d710\u00b2\u00b3\u202fFLOP",
        "2.7e6 | USD | 2.7M\u202fUSD | 2,7\u202fM\u202fUSD", "3e8 | USD | 300M\u202fUSD | 300\u202fM\u202fUSD",
        "1.2e9 | USD | 1.2B\u202fUSD | 1,2\u202fMd\u202fUSD",
        "30000 | USD | 30,000\u202fUSD | 30\u202f000\u202fUSD",
        "2.5 | USD_PER_HOUR | 2.5\u202fUSD/h | 2,5\u202fUSD/h",
        "9.894e14 | FLOP_PER_SECOND | 989\u202fTFLOP/s | 989\u202fTFLOP/s",
        "80e9 | BYTES | 80\u202fGB | 80\u202fGB", "7776000 | SECONDS | 90\u202fdays | 90\u202fjours",
        "1.936645 | NATS_PER_TOKEN | 1.937\u202fnats/token | 1,937\u202fnats/token", "0.4 | ONE | 0.4 | 0,4",
        "10000 | DEVICES | 10,000\u202fdevices | 10\u202f000\u202faccélérateurs", "NaN | ONE | unknown | inconnu",
        "0 | USD | 0\u202fUSD | 0\u202fUSD", "5e8 | GRAMS | 500\u202ftCO2e | 500\u202ftCO2e",
        "-2.5 | ONE | \u22122.5 | \u22122,5",
        "20.4 | TOKENS_PER_PARAMETER | 20.4\u202ftokens/parameter | 20,4\u202ftokens/paramètre"})
    void writesForPeople(double value, Unit unit, String english, String french) {
        assertEquals(english, Quantities.format(value, unit, Locale.ENGLISH));
        assertEquals(french, Quantities.format(value, unit, Locale.FRANCE));
    }

    @Test
    void exactTextsReadBackToTheSameDouble() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isNaN(value) && !Double.isInfinite(value)) {
                assertEquals(value, Double.parseDouble(Quantities.exact(value)));
            }
        }
        assertEquals("1.4e15", Quantities.exact(1.4e15));
        assertEquals("1400000000000", Quantities.exact(1.4e12));
        assertEquals("5.76e23", Quantities.exact(5.76e23));
        assertEquals("1e24", Quantities.exact(1e24));
        assertEquals("0.34", Quantities.exact(0.34));
        assertEquals("-3", Quantities.exact(-3));
    }

    /** What is written in English can be read again, and loses no more than the digits that are not shown. */
    @Test
    void writtenTextsCanBeRead() {
        SplittableRandom random = new SplittableRandom(2);
        Unit[] units = {Unit.PARAMETERS, Unit.TOKENS, Unit.FLOP, Unit.FLOP_PER_SECOND, Unit.BYTES, Unit.USD,
            Unit.WATTS};
        for (int i = 0; i < 1000; i++) {
            double value = Math.exp(random.nextDouble(0.1, 37));
            Unit unit = units[i % units.length];
            String text = Quantities.format(value, unit, Locale.ENGLISH).replace(",", "");
            assertEquals(value, Quantities.parse(text, unit), 0.006 * value, text);
        }
    }

    @Test
    void unitsAreFoundById() {
        for (Unit unit : Unit.values()) {
            assertEquals(unit, Unit.of(unit.id()));
        }
        assertThrows(IllegalArgumentException.class, () -> Unit.of("furlongs"));
    }

    @ParameterizedTest
    @CsvSource({"en", "fr", "de", "tr", "ar", "hi"})
    void formattingNeverFailsAndKeepsItsDigits(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (Unit unit : Unit.values()) {
            for (double value : new double[] {0, 1e-300, 1e-9, 0.05, 1, 999.9, 1e5, 1e9, 1e16, 1e300, -5}) {
                String text = Quantities.format(value, unit, locale);
                assertTrue(text.chars().noneMatch(c -> c > 0x0600 && Character.isDigit(c)), text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "70e9 | PARAMETERS | 70B", "1.4e12 | TOKENS | 1.4T", "124e6 | PARAMETERS | 124M", "512 | PARAMETERS | 512",
        "175181291520 | PARAMETERS | 175 181 291 520", "5.76e23 | FLOP | 5.76e23 FLOP",
        "312e12 | FLOP_PER_SECOND | 312 TFLOP/s", "85899345920 | BYTES | 80 GiB", "80e9 | BYTES | 80 GB",
        "30000 | USD | 30 000 USD", "2.5e6 | USD | 2.5M USD", "2.5 | USD_PER_HOUR | 2.5 USD/h",
        "7776000 | SECONDS | 90 days", "0.25 | SECONDS | 0.25 s", "0.4 | ONE | 0.4", "0 | PARAMETERS | 0",
        "-70e9 | PARAMETERS | -70B", "700 | WATTS | 700 W", "10000 | DEVICES | 10 000"})
    void writesWhatPeopleType(double value, Unit unit, String text) {
        assertEquals(text, Quantities.write(value, unit));
    }

    @Test
    void readsBackToTheDigitWhatItWrites() {
        SplittableRandom random = new SplittableRandom(1);
        for (Unit unit : Unit.values()) {
            for (int i = 0; i < 2000; i++) {
                double value = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-60, 120));
                double shortened = Double.parseDouble("%.3g".formatted(value).replace(',', '.'));
                for (double candidate : new double[] {value, shortened, Math.rint(value)}) {
                    assertEquals(candidate + 0.0, Quantities.parse(Quantities.write(candidate, unit), unit) + 0.0,
                            () -> unit + " " + candidate);
                }
            }
        }
    }

    @Test
    void understandsEverySuffixThatItOffers() {
        for (Unit unit : Unit.values()) {
            double before = 0;
            for (String suffix : Quantities.suffixes(unit)) {
                double value = Quantities.parse("3" + suffix, unit);
                assertTrue(value > 0, suffix);
                assertTrue(suffix.equals("%") || value > before, "from small to large: " + suffix);
                before = value;
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "70e9 | PARAMETERS | en | 70,000,000,000 parameters", "1.4e12 | TOKENS | fr | 1 400 000 000 000 tokens",
        "85899345920 | BYTES | en | 85,899,345,920 bytes", "5.76e23 | FLOP | en | 5.76×10²³ FLOP",
        "0.4 | ONE | fr | 0,4", "7776000 | SECONDS | en | 7,776,000 seconds", "0 | TOKENS | en | 0 tokens"})
    void spellsOutAllDigits(double value, Unit unit, String language, String text) {
        assertEquals(text, Quantities.spelledOut(value, unit, Locale.of(language)).replaceAll("\\h", " "));
    }
}

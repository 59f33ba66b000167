package org.isoflop.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The three archives that are handed out: what is in them, what may be run, and what the systems read in them. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ArchiveTest {

    private static final Path PRODUCTS = ProductProcess.ROOT.resolve("releng/org.isoflop.product/target/products");
    private static final String APPLICATION = "Isoflop.app/Contents/";
    private static final Map<String, String> SWT = Map.of("linux.gtk.x86_64.tar.gz", "gtk.linux.x86_64",
            "macosx.cocoa.aarch64.tar.gz", "cocoa.macosx.aarch64", "win32.win32.x86_64.zip", "win32.win32.x86_64");

    @ParameterizedTest
    @ValueSource(strings = {"linux.gtk.x86_64.tar.gz", "macosx.cocoa.aarch64.tar.gz", "win32.win32.x86_64.zip"})
    void everyArchiveHasTheBundlesOfItsPlatformAndNoOther(String name) throws Exception {
        List<String> entries = List.copyOf(entries(name).keySet());
        List<String> swt = new ArrayList<>();
        List<String> plugins = new ArrayList<>();
        for (String entry : entries) {
            Matcher plugin = Pattern.compile("plugins/([\\w.-]+?)_\\d+\\.[^/]*/?$").matcher(entry);
            if (plugin.find()) {
                plugins.add(plugin.group(1));
                if (plugin.group(1).matches("org\\.eclipse\\.swt\\.(gtk|cocoa|win32)\\..*")) {
                    swt.add(plugin.group(1));
                }
            }
        }
        assertEquals(List.of("org.eclipse.swt." + SWT.get(name)), swt);
        assertTrue(plugins.containsAll(List.of("org.isoflop.ui", "org.isoflop.cli", "org.eclipse.swtchart",
                "org.isoflop.nl.fr.jface", "org.eclipse.ui.views.log")), plugins::toString);
        assertTrue(plugins.stream().noneMatch(plugin -> plugin.matches(
                ".*(junit|\\.tests?|probe|\\.ide|\\.team|\\.ltk|\\.p2|\\.resources|\\.debug|\\.console)(\\..*)?")),
                plugins::toString);
        assertTrue(entries.stream().anyMatch(entry -> entry.endsWith("examples/end-of-the-giants.isoflop")));
        assertTrue(entries.stream().noneMatch(entry -> entry.matches(".*(\\.jsa|/p2/.*|artifacts\\.xml|\\.log)")),
                "nothing of this machine or of a run is handed out");
    }

    @Test
    void startScriptsMayBeRunAndNothingElse() throws Exception {
        Map<String, String> linux = entries("linux.gtk.x86_64.tar.gz");
        assertEquals(List.of("isoflop/isoflop"), runnable(linux));
        Map<String, String> mac = entries("macosx.cocoa.aarch64.tar.gz");
        assertEquals(List.of(APPLICATION + "Eclipse/isoflop", APPLICATION + "MacOS/isoflop"), runnable(mac));
        assertTrue(mac.keySet().containsAll(List.of(APPLICATION + "Info.plist", APPLICATION + "Eclipse/find-java.sh",
                APPLICATION + "Resources/isoflop.icns")));
        Map<String, String> windows = entries("win32.win32.x86_64.zip");
        assertTrue(windows.keySet().containsAll(List.of("isoflop/isoflop.cmd", "isoflop/find-java.cmd",
                "isoflop/isoflop.ico")));
    }

    @Test
    void theFinderFindsWhatThePropertyListNames() throws Exception {
        Path contents = PRODUCTS.resolve("org.isoflop.product/macosx/cocoa/aarch64").resolve(APPLICATION);
        Map<String, Object> list = propertyList(contents.resolve("Info.plist"));
        Matcher version = Pattern.compile("<version>([\\d.]+)-SNAPSHOT</version>")
                .matcher(Files.readString(ProductProcess.ROOT.resolve("pom.xml")));
        assertTrue(version.find());
        assertEquals(version.group(1), list.get("CFBundleShortVersionString"));
        assertEquals(version.group(1), list.get("CFBundleVersion"));
        assertEquals("APPL", list.get("CFBundlePackageType"));
        assertTrue(Files.isExecutable(contents.resolve("MacOS").resolve((String) list.get("CFBundleExecutable"))));
        String icon = list.get("CFBundleIconFile") + ".icns";
        assertTrue(Files.isRegularFile(contents.resolve("Resources").resolve(icon)));
        assertEquals(List.of("en", "fr"), list.get("CFBundleLocalizations"));
        assertEquals(List.of("arm64"), list.get("LSArchitecturePriority"));
        Map<?, ?> document = (Map<?, ?>) ((List<?>) list.get("CFBundleDocumentTypes")).getFirst();
        Map<?, ?> type = (Map<?, ?>) ((List<?>) list.get("UTExportedTypeDeclarations")).getFirst();
        assertEquals(List.of(type.get("UTTypeIdentifier")), document.get("LSItemContentTypes"));
        assertEquals("Editor", document.get("CFBundleTypeRole"));
        assertEquals(Map.of("public.filename-extension", List.of("isoflop")), type.get("UTTypeTagSpecification"));
    }

    @Test
    void theIconOfMacOsHoldsAPictureForEachSize() throws Exception {
        Path contents = PRODUCTS.resolve("org.isoflop.product/macosx/cocoa/aarch64").resolve(APPLICATION);
        ByteBuffer icns = ByteBuffer.wrap(Files.readAllBytes(contents.resolve("Resources/isoflop.icns")));
        assertEquals("icns", type(icns));
        assertEquals(icns.capacity(), icns.getInt());
        Map<String, Integer> sizes = new TreeMap<>();
        while (icns.hasRemaining()) {
            String type = type(icns);
            byte[] png = new byte[icns.getInt() - 2 * Integer.BYTES];
            icns.get(png);
            sizes.put(type, side(png));
        }
        assertEquals(Map.of("ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024, "ic11", 32, "ic12", 64, "ic13", 256,
                "ic14", 512), sizes);
    }

    @Test
    void theIconOfWindowsHoldsAPictureForEachSize() throws Exception {
        byte[] file = Files.readAllBytes(PRODUCTS.resolve(
                "org.isoflop.product/win32/win32/x86_64/isoflop/isoflop.ico"));
        ByteBuffer ico = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0, ico.getShort());
        assertEquals(1, ico.getShort());
        int count = ico.getShort();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int said = ico.get() & 0xff;
            ico.position(ico.position() + 7);
            byte[] png = new byte[ico.getInt()];
            System.arraycopy(file, ico.getInt(), png, 0, png.length);
            sizes.add(side(png));
            assertEquals(said == 0 ? 256 : said, side(png));
        }
        assertEquals(List.of(16, 24, 32, 48, 64, 256), sizes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isoflop.cmd", "find-java.cmd"})
    void windowsScriptsAreWhatTheCommandInterpreterReads(String name) throws Exception {
        String script;
        try (ZipFile zip = new ZipFile(archive("win32.win32.x86_64.zip").toFile())) {
            ZipEntry entry = zip.getEntry("isoflop/" + name);
            script = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        assertTrue(script.chars().allMatch(c -> c < 128), "free of code pages");
        assertTrue(script.endsWith("\r\n"));
        assertFalse(Pattern.compile("[^\r]\n").matcher(script).find(), "lines end as Windows ends them");
        Matcher jump = Pattern.compile("(?:goto |call :)([a-z]+)").matcher(script);
        int jumps = 0;
        while (jump.find()) {
            assertTrue(script.contains("\r\n:" + jump.group(1) + "\r\n"), jump.group());
            jumps++;
        }
        assertTrue(jumps > 0);
    }

    @Test
    void theWindowOfWindowsHasNoConsole() throws Exception {
        String script = Files.readString(
                PRODUCTS.resolve("org.isoflop.product/win32/win32/x86_64/isoflop/isoflop.cmd"));
        String start = script.lines().filter(line -> line.startsWith("start ")).findFirst().orElseThrow();
        for (String argument : List.of("\\bin\\javaw.exe\"", "-Dswt.autoScale=quarter", "-Djava.awt.headless=true",
                "-jar \"%LAUNCHER%\"", "-configuration \"%CONFIGURATION%\"", "-data \"%DATA%\"", "%OPTIONS% %OPEN%")) {
            assertTrue(start.contains(argument), argument);
        }
    }

    private static Path archive(String name) throws IOException {
        try (Stream<Path> files = Files.list(PRODUCTS)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-" + name)).findFirst().orElseThrow();
        }
    }

    /** The names in an archive and what may be done with each, as in {@code -rwxr-xr-x}. */
    private static Map<String, String> entries(String name) throws Exception {
        Map<String, String> entries = new LinkedHashMap<>();
        if (name.endsWith(".zip")) {
            try (ZipFile zip = new ZipFile(archive(name).toFile())) {
                zip.stream().forEach(entry -> entries.put(entry.getName(), ""));
            }
        } else {
            int columns = OS.MAC.isCurrentOs() ? 9 : 6;
            Process tar = new ProcessBuilder("tar", "-tvzf", archive(name).toString()).start();
            new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] fields = line.split("\\s+", columns);
                entries.put(fields[fields.length - 1].replaceFirst("^\\./", ""), fields[0]);
            });
            assertEquals(0, tar.waitFor());
        }
        assertTrue(entries.size() > 50, entries::toString);
        return entries;
    }

    private static List<String> runnable(Map<String, String> entries) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().startsWith("-") && entry.getValue().contains("x"))
                .map(Map.Entry::getKey).sorted().toList();
    }

    private static String type(ByteBuffer buffer) {
        byte[] type = new byte[4];
        buffer.get(type);
        return new String(type, StandardCharsets.US_ASCII);
    }

    private static int side(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertNotNull(image);
        assertEquals(image.getWidth(), image.getHeight());
        int middle = image.getRGB(image.getWidth() / 2, image.getHeight() * 8 / 10);
        assertTrue(middle >>> 24 > 200, "there is something in the picture");
        return image.getWidth();
    }

    private static Map<String, Object> propertyList(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(file.toFile());
        return dictionary(elements(document.getDocumentElement()).getFirst());
    }

    private static Map<String, Object> dictionary(Element dictionary) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Element> elements = elements(dictionary);
        for (int i = 0; i < elements.size(); i += 2) {
            assertEquals("key", elements.get(i).getTagName());
            values.put(elements.get(i).getTextContent(), value(elements.get(i + 1)));
        }
        return values;
    }

    private static Object value(Element element) {
        return switch (element.getTagName()) {
            case "dict" -> dictionary(element);
            case "array" -> elements(element).stream().map(ArchiveTest::value).toList();
            case "true", "false" -> Boolean.valueOf(element.getTagName());
            default -> element.getTextContent();
        };
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}

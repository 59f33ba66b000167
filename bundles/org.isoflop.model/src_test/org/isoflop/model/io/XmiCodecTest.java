package org.isoflop.model.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.InternalEObject;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.isoflop.model.IsoflopFactory;
import org.isoflop.model.Study;
import org.isoflop.model.corpus.Corpus;

/** XMI goes out and comes back whole; a hostile one is refused, and a server on the loopback sees nobody connect. */
@Timeout(30)
class XmiCodecTest {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private ServerSocketChannel server;
    private String address;

    @BeforeEach
    void listen() throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.configureBlocking(false);
        address = "http://127.0.0.1:" + server.socket().getLocalPort() + "/x";
    }

    @AfterEach
    void nobodyConnected() throws IOException {
        try (ServerSocketChannel listening = server) {
            assertNull(listening.accept());
        }
    }

    @Test
    void theSampleComesBackWhole() throws IOException {
        byte[] exported = XmiCodec.write(Samples.full());
        ReadResult result = XmiCodec.read(exported, "sample.xmi");
        assertEquals(List.of(), result.findings());
        assertTrue(EcoreUtil.equals(Samples.full(), result.study()));
        assertEquals(new String(exported, StandardCharsets.UTF_8),
                new String(XmiCodec.write(result.study()), StandardCharsets.UTF_8));
        assertNull(result.study().eResource());
    }

    @Test
    void unknownContentGoesThroughXmi() throws IOException {
        byte[] content = Corpus.read("pass/canonical-unknown-content.isoflop");
        byte[] exported = XmiCodec.write(StudyReader.read(content, null).study());
        assertEquals(new String(content, StandardCharsets.UTF_8),
                Samples.write(XmiCodec.read(exported, null).study()));
    }

    @Test
    void attacksAreRefused() {
        assertRefused("E_DOCTYPE", "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + study("name=\"&b;\""));
        assertRefused("E_DOCTYPE", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + study("name=\"x\""));
        assertRefused("E_DOCTYPE", "<!DOCTYPE x [<!ENTITY % a SYSTEM \"" + address + "\"> %a;]>" + study(""));
        assertRefused("E_DOCTYPE", "<!DOCTYPE x SYSTEM \"" + address + "\">" + study(""));
        assertRefused("E_NOT_XMI_STUDY", "<x:Study xmlns:x=\"" + address + "\" id=\"a\"/>");
        assertRefused("E_XMI_PACKAGE", open("xmlns:x=\"" + address + "\"")
                + "<models xsi:type=\"x:LanguageModel\" id=\"m\"/></isoflop:Study>");
        assertRefused("E_XMI_PACKAGE", open("xmlns:x=\"urn:x\" xsi:schemaLocation=\"urn:x " + address + "\"")
                + "<models xsi:type=\"x:LanguageModel\" id=\"m\"/></isoflop:Study>");
        for (String href : List.of(address + "#1", "jar:" + address + "!/a", "archive:" + address + "!/a",
                "file:///etc/passwd#/", "../../x.xmi#//@laws.0", "platform:/resource/x", "//host/share/x#/")) {
            assertRefused("E_FOREIGN_LINK", open("") + "<scenarios id=\"q\"><law href=\"" + href
                    + "\"/></scenarios></isoflop:Study>");
        }
        assertRefused("E_FOREIGN_LINK",
                open("") + "<scenarios id=\"q\" law=\"" + address + "#1\"/></isoflop:Study>");
    }

    @Test
    void whatIsNoStudyIsNamed() {
        assertRefused("E_XML", "");
        assertRefused("E_XML", "not XML");
        assertRefused("E_XML", open(""));
        assertRefused("E_NOT_XMI_STUDY", "<a/>");
        assertRefused("E_NOT_XMI_STUDY", "<isoflop:Source xmlns:isoflop=\"http://isoflop.org/model\" id=\"a\"/>");
        assertRefused("E_XMI_FEATURE", study("colour=\"red\""));
        assertRefused("E_XMI_FEATURE", open("") + "<tokenisers/></isoflop:Study>");
        assertRefused("E_XMI_CLASS", open("") + "<models xsi:type=\"isoflop:Tokeniser\" id=\"m\"/></isoflop:Study>");
        assertRefused("E_XMI_VALUE", open("") + "<sources year=\"soon\" id=\"a\"/></isoflop:Study>");
        assertRefused("E_XMI_VALUE", study("name=\"[en\""));
        assertRefused("E_DANGLING_REFERENCE", open("") + "<scenarios law=\"//@laws.0\" id=\"q\"/></isoflop:Study>");
        assertRefused("E_UNKNOWN_CONTENT", study("unknown=\"{\""));
        assertRefused("E_UNKNOWN_CONTENT", study("unknown=\"{}\""));
        assertRefused("E_NOT_FINITE", open("") + "<charts id=\"c\"><budgets>NaN</budgets></charts></isoflop:Study>");
    }

    /** A value that cannot be there is shown as the file has it, be it a text, an object or a reference. */
    @Test
    void whatCannotBeAValueIsShownAsWritten() {
        assertEquals("“soon” cannot be a value here.",
                sentence("<sources year=\"soon\" id=\"a\"/></isoflop:Study>"));
        assertEquals("“isoflop:Source” cannot be a value here.",
                sentence("<models xsi:type=\"isoflop:Source\" id=\"m\"/></isoflop:Study>"));
        assertEquals("“//@sources.0” cannot be a value here.",
                sentence("<sources id=\"a\"/><scenarios id=\"q\" law=\"//@sources.0\"/></isoflop:Study>"));
    }

    private static String sentence(String content) {
        return read(open("") + content).findings().getFirst().message(Locale.ENGLISH);
    }

    @Test
    void tooMuchIsRefused() {
        assertRefused("E_XML_LIMIT", open("") + "<a>".repeat(10_000));
        assertRefused("E_XML_LIMIT", open("") + "<models/>".repeat(1_500_000) + "</isoflop:Study>");
        ReadResult result = read(open("") + "<a/>".repeat(500_000) + "</isoflop:Study>");
        assertNull(result.study());
        assertEquals(Limits.FINDINGS, result.findings().size());
        assertEquals("E_TOO_LARGE", Samples.code(XmiCodec.read(new byte[Limits.DOCUMENT_BYTES + 1], null)));
    }

    @Test
    void mutatedXmiNeverThrows() throws IOException {
        byte[] exported = XmiCodec.write(Samples.full());
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            byte[] mutant = exported.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
            }
            ReadResult result = XmiCodec.read(mutant, "mutant.xmi");
            if (result.study() == null) {
                assertFalse(result.findings().isEmpty());
            } else {
                assertNotNull(Samples.write(result.study()));
            }
        }
    }

    @Test
    void theResourceSetOpensNoAddress() {
        ResourceSet resources = SafeResourceSet.create();
        for (String uri : List.of(address, address + ".isoflop", "jar:" + address + "!/a.isoflop",
                "archive:" + address + "!/a.isoflop", "file:///etc/passwd", "platform:/plugin/a/b.isoflop")) {
            assertThrows(WrappedException.class, () -> resources.getResource(URI.createURI(uri), true));
            assertThrows(IOException.class,
                    () -> resources.getURIConverter().createInputStream(URI.createURI(uri), null));
            assertThrows(IOException.class,
                    () -> resources.getURIConverter().createOutputStream(URI.createURI(uri), null));
            assertThrows(IOException.class, () -> resources.getURIConverter().delete(URI.createURI(uri), null));
            assertFalse(resources.getURIConverter().exists(URI.createURI(uri), null));
        }
        assertThrows(IOException.class,
                () -> resources.createResource(URI.createURI(address + ".isoflop")).load(null));
        assertNull(resources.createResource(URI.createURI(address + ".ecore")));
        assertNull(resources.getPackageRegistry().getEPackage(address));
    }

    @Test
    void aProxyIsNotResolved() {
        Study study = Samples.full();
        EObject proxy = IsoflopFactory.eINSTANCE.createScalingLaw();
        ((InternalEObject) proxy).eSetProxyURI(URI.createURI(address + "#1"));
        ResourceSet resources = SafeResourceSet.create();
        resources.createResource(URI.createURI("a.isoflop")).getContents().add(study);
        assertEquals(proxy, EcoreUtil.resolve(proxy, study));
        EcoreUtil.resolveAll(resources);
    }

    private void assertRefused(String code, String content) {
        ReadResult result = read(content);
        assertNull(result.study(), content.length() > 500 ? "" : content);
        assertEquals(code, Samples.code(result), result.findings().get(0)::toString);
    }

    private static ReadResult read(String content) {
        return XmiCodec.read((content.isEmpty() ? "" : HEAD + content).getBytes(StandardCharsets.UTF_8), "x.xmi");
    }

    private static String open(String attributes) {
        return "<isoflop:Study xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:isoflop=\"http://isoflop.org/model\" id=\"a\" " + attributes + ">";
    }

    private static String study(String attributes) {
        return open(attributes) + "</isoflop:Study>";
    }
}

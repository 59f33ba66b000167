package org.isoflop.model.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.ClassNotFoundException;
import org.eclipse.emf.ecore.xmi.FeatureNotFoundException;
import org.eclipse.emf.ecore.xmi.IllegalValueException;
import org.eclipse.emf.ecore.xmi.PackageNotFoundException;
import org.eclipse.emf.ecore.xmi.UnresolvedReferenceException;
import org.eclipse.emf.ecore.xmi.XMLResource;

import org.isoflop.model.Extensible;
import org.isoflop.model.Paths;
import org.isoflop.model.Study;
import org.isoflop.model.io.Json.JsonObject;
import org.isoflop.model.validate.Finding;
import org.isoflop.model.validate.Locations;
import org.isoflop.model.validate.Position;
import org.isoflop.model.validate.Severity;

/**
 * Imports and exports a study as XMI, for other EMF tools. The import opens nothing but its content: no document
 * type, no package or entity or link from an address; it takes a file whole or not at all.
 */
public final class XmiCodec {

    private static final URI NAME = URI.createURI("study.xmi");

    private XmiCodec() {
    }

    /**
     * Reads a study from XMI. Bad content never throws.
     *
     * @param content the bytes of the file
     * @param file the name of the file for the findings, or null
     * @return the study, or none and what stands against it; there are no locations
     */
    public static ReadResult read(byte[] content, String file) {
        if (content.length > Limits.DOCUMENT_BYTES) {
            return StudyReader.unreadable(file, Position.UNKNOWN, "E_TOO_LARGE",
                    Limits.DOCUMENT_BYTES / (1024 * 1024));
        }
        try {
            XmiScan.scan(content);
        } catch (Unreadable e) {
            return StudyReader.unreadable(file, e.position(), e.code(), e.arguments());
        }
        Resource resource = resource();
        try {
            resource.load(new ByteArrayInputStream(content), Map.of(
                    XMLResource.OPTION_USE_PACKAGE_NS_URI_AS_LOCATION, false,
                    XMLResource.OPTION_PARSER_FEATURES, XmiScan.PARSER_FEATURES));
        } catch (IOException | RuntimeException e) {
            // Where the resource has errors, they say more than the exception that carries the first of them.
            if (resource.getErrors().isEmpty()) {
                return StudyReader.unreadable(file, Position.UNKNOWN, "E_XML", String.valueOf(e.getMessage()));
            }
        }
        if (!resource.getErrors().isEmpty()) {
            return new ReadResult(null, errors(resource, file), Locations.NONE, null);
        }
        return taken(resource, file);
    }

    /**
     * Writes a study as XMI.
     *
     * @param study the study
     * @return the file's content in UTF-8
     * @throws StudyFileException if the study cannot be said in a file, for the reasons of {@link StudyWriter}
     */
    public static byte[] write(Study study) throws StudyFileException {
        StudyFile.checked(study);
        Resource resource = resource();
        resource.getContents().add(EcoreUtil.copy(study));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            resource.save(content, Map.of(XMLResource.OPTION_ENCODING, "UTF-8",
                    Resource.OPTION_LINE_DELIMITER, "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return content.toByteArray();
    }

    private static Resource resource() {
        ResourceSet resources = SafeResourceSet.create();
        Resource resource = new XmiResource(NAME);
        resources.getResources().add(resource);
        return resource;
    }

    private static ReadResult taken(Resource resource, String file) {
        if (resource.getContents().size() != 1 || !(resource.getContents().get(0) instanceof Study study)) {
            return StudyReader.unreadable(file, Position.UNKNOWN, "E_NOT_XMI_STUDY");
        }
        resource.getContents().clear();
        EObject foreign = foreign(study);
        if (foreign != null) {
            return StudyReader.unreadable(file, Position.UNKNOWN, "E_FOREIGN_LINK",
                    String.valueOf(EcoreUtil.getURI(foreign)));
        }
        try {
            normalise(study);
            StudyFile.checked(study);
        } catch (StudyFileException e) {
            return StudyReader.unreadable(file, Position.UNKNOWN, e.code(), e.arguments());
        }
        return new ReadResult(study, List.of(), Locations.NONE, null);
    }

    /** Something that the study refers to and does not contain, or null. */
    private static EObject foreign(Study study) {
        Map<EObject, Collection<EStructuralFeature.Setting>> external =
                EcoreUtil.ExternalCrossReferencer.find(study);
        return external.isEmpty() ? null : external.keySet().iterator().next();
    }

    /** Brings unknown content into the form that reading a study file gives it. */
    private static void normalise(Study study) throws StudyFileException {
        normaliseOne(study);
        for (Iterator<EObject> contents = study.eAllContents(); contents.hasNext();) {
            normaliseOne((Extensible) contents.next());
        }
    }

    private static void normaliseOne(Extensible object) throws StudyFileException {
        if (object.getUnknown() == null) {
            return;
        }
        try {
            Json unknown = JsonReader.read(object.getUnknown());
            if (unknown instanceof JsonObject json && !json.members().isEmpty()) {
                object.setUnknown(JsonPrinter.oneLine(json));
                return;
            }
        } catch (Refusal e) {
            throw new StudyFileException(e, "E_UNKNOWN_CONTENT", Paths.path(object));
        }
        throw new StudyFileException("E_UNKNOWN_CONTENT", Paths.path(object));
    }

    private static List<Finding> errors(Resource resource, String file) {
        List<Finding> findings = new ArrayList<>();
        for (Resource.Diagnostic error : resource.getErrors()) {
            Position position = new Position(Math.max(0, error.getLine()), Math.max(0, error.getColumn()));
            findings.add(finding(file, position, error));
        }
        return findings;
    }

    private static Finding finding(String file, Position position, Resource.Diagnostic error) {
        return switch (error) {
            case FeatureNotFoundException e -> at(file, position, "E_XMI_FEATURE", e.getName());
            case ClassNotFoundException e -> at(file, position, "E_XMI_CLASS", e.getName());
            case PackageNotFoundException e -> at(file, position, "E_XMI_PACKAGE", e.uri());
            case IllegalValueException e -> at(file, position, "E_XMI_VALUE", written(e.getValue()));
            case UnresolvedReferenceException e -> at(file, position, "E_DANGLING_REFERENCE", e.getReference());
            default -> at(file, position, "E_XML", String.valueOf(error.getMessage()));
        };
    }

    /** A value as the file says it: an object by the reference to it, or by its type where it stands itself. */
    private static String written(Object value) {
        if (value instanceof EObject object) {
            return object.eResource() == null
                    ? object.eClass().getEPackage().getNsPrefix() + ":" + object.eClass().getName()
                    : object.eResource().getURIFragment(object);
        }
        return String.valueOf(value);
    }

    private static Finding at(String file, Position position, String code, Object argument) {
        return Finding.at(file, position, "", Severity.ERROR, code, String.valueOf(argument));
    }
}

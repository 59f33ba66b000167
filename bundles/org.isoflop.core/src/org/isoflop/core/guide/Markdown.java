package org.isoflop.core.guide;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Turns a page of our own documentation into HTML. */
final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS)
            .attributeProviderFactory(context -> (node, tag, attributes) -> anchor(node, attributes)).build();

    private Markdown() {
    }

    /** A whole page; its title is its first heading. */
    static String page(String text, String language, String css) {
        String title = text.lines().filter(line -> line.startsWith("# ")).findFirst().map(line -> line.substring(2))
                .orElse("Isoflop");
        Node document = PARSER.parse(text);
        document.accept(new Links());
        return "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
                + title.replace("&", "&amp;").replace("<", "&lt;") + "</title>\n<style>\n" + css
                + "</style>\n</head>\n<body>\n<main>\n" + RENDERER.render(document) + "</main>\n</body>\n</html>\n";
    }

    /** Gives headings the anchors that the pages of repositories have. */
    private static void anchor(Node node, Map<String, String> attributes) {
        if (node instanceof Heading) {
            attributes.put("id", anchor(TextContentRenderer.builder().build().render(node)));
        }
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-');
    }

    /** Leads links to the pages of the guide. What is not part of it, such as a picture, is named but not linked. */
    private static final class Links extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (isHere(link.getDestination())) {
                link.setDestination(target(link.getDestination()));
            } else {
                unwrap(link);
            }
        }

        @Override
        public void visit(Image image) {
            unwrap(image);
        }

        private static void unwrap(Node node) {
            while (node.getFirstChild() != null) {
                node.insertBefore(node.getFirstChild());
            }
            node.unlink();
        }

        private static boolean isHere(String target) {
            return target.startsWith("#") || target.startsWith("https://") || Guide.pages().stream()
                    .anyMatch(page -> page.substring(page.indexOf('/') + 1).equals(name(target)));
        }

        private static String name(String target) {
            String file = target.replaceAll("#.*", "");
            return file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.md$", "");
        }

        private static String target(String target) {
            return target.startsWith("https://") ? target : target.replaceFirst("\\.md(#|$)", ".html$1");
        }
    }
}

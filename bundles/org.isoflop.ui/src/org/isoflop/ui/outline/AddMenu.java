package org.isoflop.ui.outline;

import java.util.List;
import java.util.Locale;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.isoflop.core.catalog.Kind;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.IsoflopPackage.Literals;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;
import org.isoflop.ui.catalog.CatalogView;
import org.isoflop.ui.catalog.Shelves;
import org.isoflop.ui.edit.Edits;

/** What can be added to what is selected in the outline. */
final class AddMenu {

    private AddMenu() {
    }

    static void fill(IMenuManager menu, OutlinePage page) {
        List<?> marked = page.marked();
        if (marked.size() != 1) {
            return;
        }
        if (marked.getFirst() instanceof Group group) {
            add(menu, page, group.study(), group.list());
            Shelves.of(group.list()).ifPresent(kind -> menu.add(new FromCatalog(kind)));
        } else if (marked.getFirst() instanceof EObject owner) {
            for (EReference place : owner.eClass().getEAllContainments()) {
                if (place.getEReferenceType() != Literals.QUANTITY && (place.isMany() || !owner.eIsSet(place))) {
                    add(menu, page, owner, place);
                }
            }
        }
        menu.add(new Separator());
    }

    private static void add(IMenuManager menu, OutlinePage page, EObject owner, EReference place) {
        IsoflopPackage.eINSTANCE.getEClassifiers().stream().filter(EClass.class::isInstance).map(EClass.class::cast)
                .filter(type -> !type.isAbstract() && place.getEReferenceType().isSuperTypeOf(type))
                .forEach(type -> menu.add(new Add(page, owner, place, type)));
    }

    private static final class FromCatalog extends Action {

        private final Kind kind;

        FromCatalog(Kind kind) {
            super(Messages.text("outline.catalog"));
            this.kind = kind;
            setImageDescriptor(Icon.CATALOG.descriptor());
        }

        @Override
        public void run() {
            CatalogView.open(kind);
        }
    }

    private static final class Add extends Action {

        private final OutlinePage page;
        private final EObject owner;
        private final EReference place;
        private final EClass type;

        Add(OutlinePage page, EObject owner, EReference place, EClass type) {
            super(Messages.text("outline.add", Features.label(type, Locale.getDefault())));
            this.page = page;
            this.owner = owner;
            this.place = place;
            this.type = type;
        }

        @Override
        public void run() {
            page.select(new Edits(page.editor().document().editing()).add(owner, place, type));
        }
    }
}

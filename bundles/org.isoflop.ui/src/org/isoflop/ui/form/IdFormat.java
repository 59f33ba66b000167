package org.isoflop.ui.form;

import java.util.function.Supplier;

import org.eclipse.emf.ecore.EObject;
import org.isoflop.model.Element;
import org.isoflop.model.Ids;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Messages;
import org.isoflop.ui.edit.Names;

/** The identifier of an element, which no other element may have. */
final class IdFormat implements Format {

    private static final String PATTERN = Features.pattern(IsoflopPackage.Literals.ELEMENT__ID);

    private final Supplier<Study> study;
    private final Supplier<EObject> owner;

    IdFormat(Supplier<Study> study, Supplier<EObject> owner) {
        this.study = study;
        this.owner = owner;
    }

    @Override
    public String show(Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public Object read(String text) throws Refusal {
        String id = text.strip();
        if (!id.matches(PATTERN)) {
            throw new Refusal(Messages.text("form.id.pattern", id, Ids.slug(id)));
        }
        Element other = Ids.elements(study.get()).get(id);
        if (other != null && other != owner.get()) {
            throw new Refusal(Messages.text("form.id.taken", id, Names.of(other)));
        }
        return id;
    }

    @Override
    public int width() {
        return 30;
    }

    @Override
    public String echo(Object value) {
        return "";
    }
}

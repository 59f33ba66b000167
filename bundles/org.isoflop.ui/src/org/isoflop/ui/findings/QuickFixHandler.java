package org.isoflop.ui.findings;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.isoflop.model.validate.Finding;
import org.isoflop.ui.Messages;
import org.isoflop.ui.command.Scope;
import org.isoflop.ui.editor.StudyEditor;
import org.isoflop.ui.fix.Fault;

/** Offers what can mend the selected finding, or the first one in the selected object. */
public final class QuickFixHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (!(HandlerUtil.getActiveEditor(event) instanceof StudyEditor editor) || editor.document().study() == null) {
            return null;
        }
        Finding finding = HandlerUtil.getActivePart(event) instanceof FindingsView view ? view.selected()
                : first(editor, Scope.selected(editor.document().study(), HandlerUtil.getCurrentSelection(event)));
        if (finding == null) {
            MessageDialog.open(MessageDialog.INFORMATION, HandlerUtil.getActiveShell(event),
                    Messages.text("fix.title"), Messages.text("fix.nothing"), 0, Messages.text("button.close"));
        } else {
            QuickFix.run(HandlerUtil.getActiveShell(event), editor, finding);
        }
        return null;
    }

    /** The first finding in the selected objects that can be mended, else the first at all. */
    private static Finding first(StudyEditor editor, List<EObject> selection) {
        List<Finding> findings = editor.document().findings().stream()
                .filter(finding -> selection.stream().anyMatch(object -> EcoreUtil.isAncestor(object,
                        Fault.of(editor.document().study(), finding).object())))
                .toList();
        return findings.stream().filter(finding -> !QuickFix.offers(editor, finding).isEmpty()).findFirst()
                .orElse(findings.isEmpty() ? null : findings.getFirst());
    }
}

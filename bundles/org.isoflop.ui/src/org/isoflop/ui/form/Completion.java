package org.isoflop.ui.form;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IContentProposalListener2;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;

/** Offers to complete what is typed: multipliers and units behind a number, words that are known. */
final class Completion {

    private static final int DELAY = 150;

    private final ContentProposalAdapter adapter;

    /**
     * Offers completions at a text.
     *
     * @param accepted
     *            called when a completion was taken, and when the offer closed while the focus was elsewhere
     */
    Completion(Text text, Format format, Runnable accepted) {
        adapter = new ContentProposalAdapter(text, new TextContentAdapter(), (contents, position) -> {
            if (position < contents.length() || !text.getEditable()) {
                return new IContentProposal[0];
            }
            return format.completions(contents).stream().map(completed -> proposal(completed, format))
                    .toArray(IContentProposal[]::new);
        }, KeyStroke.getInstance(SWT.MOD1, ' '), letters());
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_REPLACE);
        adapter.setAutoActivationDelay(DELAY);
        adapter.setPropagateKeys(true);
        adapter.addContentProposalListener(proposal -> accepted.run());
        adapter.addContentProposalListener(new IContentProposalListener2() {
            @Override
            public void proposalPopupOpened(ContentProposalAdapter opened) {
                // Nothing to do until it closes.
            }

            @Override
            public void proposalPopupClosed(ContentProposalAdapter closed) {
                if (!text.isDisposed() && !text.isFocusControl()) {
                    accepted.run();
                }
            }
        });
    }

    private static IContentProposal proposal(String completed, Format format) {
        String meaning = "";
        try {
            meaning = format.echo(format.read(completed));
        } catch (Refusal e) {
            meaning = e.getMessage();
        }
        return new ContentProposal(completed,
                meaning.isEmpty() || meaning.equals(completed) ? completed : completed + "  =  " + meaning, null);
    }

    private static char[] letters() {
        StringBuilder letters = new StringBuilder(" $%");
        for (char c = 'a'; c <= 'z'; c++) {
            letters.append(c).append(Character.toUpperCase(c));
        }
        return letters.toString().toCharArray();
    }

    boolean isOpen() {
        return adapter.isProposalPopupOpen();
    }
}

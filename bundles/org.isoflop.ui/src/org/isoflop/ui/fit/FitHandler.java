package org.isoflop.ui.fit;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the wizard that fits a law to runs. */
public final class FitHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        FitWizard.open(HandlerUtil.getActiveWorkbenchWindowChecked(event), null);
        return null;
    }
}

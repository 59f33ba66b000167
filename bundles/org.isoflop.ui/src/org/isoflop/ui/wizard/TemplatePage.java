package org.isoflop.ui.wizard;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EReference;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.isoflop.core.example.Templates;
import org.isoflop.core.example.Templates.Template;
import org.isoflop.model.Element;
import org.isoflop.model.IsoflopPackage;
import org.isoflop.model.Scenario;
import org.isoflop.model.Source;
import org.isoflop.model.Study;
import org.isoflop.model.annotation.Features;
import org.isoflop.ui.Icon;
import org.isoflop.ui.Messages;

/** Asks for the name and the template of a new study, and shows what is in it. */
final class TemplatePage extends WizardPage {

    private static final int LIST = 34;
    private static final int PREVIEW = 64;
    private static final int LINES = 14;
    private static final int LONGEST = 200;
    private static final IsoflopPackage MODEL = IsoflopPackage.eINSTANCE;
    private static final List<EReference> PREVIEWED = List.of(MODEL.getStudy_Laws(), MODEL.getStudy_Models(),
            MODEL.getStudy_Accelerators(), MODEL.getStudy_Scenarios(), MODEL.getStudy_Charts(),
            MODEL.getStudy_Sources());

    private final Locale locale = Locale.getDefault();
    private Text name;
    private TableViewer templates;
    private Text preview;
    private boolean named;

    TemplatePage() {
        super("template");
        setTitle(Messages.text("newStudy.title"));
        setDescription(Messages.text("newStudy.description"));
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).equalWidth(false).applyTo(page);

        Label nameLabel = new Label(page, SWT.NONE);
        nameLabel.setText(Messages.text("newStudy.name"));
        GridDataFactory.swtDefaults().span(2, 1).applyTo(nameLabel);
        name = new Text(page, SWT.BORDER | SWT.SINGLE);
        name.setTextLimit(LONGEST);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(name);

        Label templatesLabel = new Label(page, SWT.NONE);
        templatesLabel.setText(Messages.text("newStudy.template"));
        Label previewLabel = new Label(page, SWT.NONE);
        previewLabel.setText(Messages.text("newStudy.preview"));
        templates = new TableViewer(page, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        templates.setContentProvider(ArrayContentProvider.getInstance());
        templates.setLabelProvider(new Labels(new LocalResourceManager(JFaceResources.getResources(), page)));
        GridDataFactory.fillDefaults().grab(false, true).hint(convertWidthInCharsToPixels(LIST), SWT.DEFAULT)
                .applyTo(templates.getControl());
        preview = new Text(page, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true)
                .hint(convertWidthInCharsToPixels(PREVIEW), preview.getLineHeight() * LINES).applyTo(preview);

        List<Template> all = Templates.list();
        templates.setInput(all);
        templates.addSelectionChangedListener(event -> chosen());
        templates.addDoubleClickListener(event -> {
            if (isPageComplete() && getNextPage() != null) {
                getContainer().showPage(getNextPage());
            }
        });
        templates.setSelection(new StructuredSelection(all.get(1)));
        name.addListener(SWT.Modify, event -> check());
        name.addListener(SWT.KeyDown, event -> named = true);
        name.selectAll();
        name.setFocus();
        setControl(page);
    }

    // As long as the user has typed no name, the study is called after its template.
    private void chosen() {
        Study study = selected().study();
        if (!named) {
            name.setText(title(study));
        }
        preview.setText(preview(study));
        check();
    }

    private void check() {
        boolean given = !name.getText().isBlank();
        setErrorMessage(given ? null : Messages.text("newStudy.noName"));
        setPageComplete(given);
    }

    private String title(Study study) {
        return study.getName().get(locale);
    }

    private String preview(Study study) {
        String contents = PREVIEWED.stream().filter(list -> !((List<?>) study.eGet(list)).isEmpty())
                .map(list -> line(study, list)).collect(Collectors.joining("\n"));
        return study.getDescription().get(locale) + "\n\n" + contents;
    }

    private String line(Study study, EReference list) {
        List<?> elements = (List<?>) study.eGet(list);
        String names = elements.stream().map(Element.class::cast).map(this::line).distinct()
                .collect(Collectors.joining(", "));
        return Messages.text("newStudy.contents", Features.label(list, locale), names);
    }

    private String line(Element element) {
        if (element instanceof Scenario scenario) {
            return Messages.text("newStudy.scenario", name(scenario),
                    scenario.getStrategies().stream().map(this::name).collect(Collectors.joining(", ")));
        }
        return name(element);
    }

    private String name(Element element) {
        if (element instanceof Source source && source.getCitation() != null) {
            return source.getCitation();
        }
        return element.getName() == null ? element.getId() : element.getName().get(locale);
    }

    private Template selected() {
        return (Template) templates.getStructuredSelection().getFirstElement();
    }

    /** Name of the template. */
    String template() {
        return selected().name();
    }

    /** Name of the study. */
    String name() {
        return name.getText().strip();
    }

    private final class Labels extends LabelProvider {

        private final LocalResourceManager images;

        Labels(LocalResourceManager images) {
            this.images = images;
        }

        @Override
        public String getText(Object element) {
            return title(((Template) element).study());
        }

        @Override
        public Image getImage(Object element) {
            return images.create(Icon.STUDY.descriptor());
        }
    }
}

package org.isoflop.ui.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.isoflop.core.CoreException;
import org.isoflop.core.chart.Caption;
import org.isoflop.core.chart.FitCaption;
import org.isoflop.core.fit.FitAnswer;
import org.isoflop.core.fit.Fits;
import org.isoflop.core.fit.KeptFit;
import org.isoflop.core.fit.RunsFile;
import org.isoflop.core.mapping.StudyData;
import org.isoflop.core.mapping.StudyData.LawData;
import org.isoflop.ui.Ids;
import org.isoflop.ui.Log;
import org.isoflop.ui.Messages;
import org.isoflop.ui.ThemeWatch;
import org.isoflop.ui.chart.ChartControl;
import org.isoflop.ui.chart.ChartState;
import org.isoflop.ui.chart.view.DataTable;
import org.isoflop.ui.chart.view.Following;
import org.isoflop.ui.chart.view.MessagePage;
import org.isoflop.ui.editor.StudyDocument;

/**
 * Shows a fit from all sides: its constants and objective, what it predicts, its residuals, its joint cloud, what each
 * run does to it, and how it stands beside other laws. It shows the fit of the law that is selected, the first fit of
 * the study, or one that is not kept.
 */
public final class FitView extends ViewPart {

    private static final int MARGIN = 6;
    private static final int[] WIDE = {55, 45};
    private static final int MOST = 8;
    private static final int DELAY = 150;

    /** What the view shows. */
    enum State {
        /** There is no fit, and the page needs one. */
        EMPTY,
        /** The fit is being made again. */
        FITTING,
        /** The page is being calculated and there is nothing to show meanwhile. */
        COMPUTING,
        /** The page shows what is asked for. */
        CURRENT,
        /** The page shows what was asked for before, and something else is on its way. */
        STALE,
        /** There is nothing to show, and the view says why. */
        FAILED,
        /** The user has ended the calculation. */
        CANCELLED
    }

    private final List<FitPage> pages = List.of(new SummaryPage(), new PredictionPage(),
            new ResidualsPage(this::refit), new CloudPage(), new InfluencePage(this::refit), new HoldOutPage(),
            new LawsPage(), new DisagreementPage(), new NextRunPage(), new MultiplierPage(),
            new SimulationPage(this::fit));
    private final List<FitSession> sessions = new ArrayList<>();
    private final Runnable documentChanged = this::update;
    private final Runnable compute = this::compute;
    private Following following;
    private ThemeWatch themes;
    private FitActions actions;
    private StudyDocument document;
    private StudyData read;
    private List<LawChoice> laws = List.of();
    private FitSession session;
    private FitPage page = pages.getFirst();
    private FitPicture picture;
    private FitPage pictured;
    private FitSession picturedOf;
    private KeptFit wanted;
    private Expected expected;
    private String looked;
    private FitJob<FitAnswer> fitting;
    private FitJob<FitPicture> drawing;
    private FitJob<List<LawChoice>> readingLaws;
    private State state = State.EMPTY;
    private String readOut = "";
    private boolean numbersShown;
    private boolean filling;
    private boolean pending;
    /** Why there is no fit, or null. */
    private String failure;
    /** Why there is no other fit, or blank. */
    private String complaint = "";
    /** How much of a fit is done, from 0 to 1. */
    private double done;
    private boolean cancelled;
    /** Whether the user has ended the calculation of the page. */
    private boolean stopped;
    private Composite root;
    private Combo choice;
    private Table list;
    private Composite stack;
    private MessagePage message;
    private Composite content;
    private Link notice;
    private Composite options;
    private Label sentence;
    private SashForm body;
    private Composite picturePane;
    private ChartControl chart;
    private DataTable numbers;
    private Composite tablePane;
    private TableControl beside;
    private TableControl one;
    private TableControl many;

    /**
     * A fit that was just kept.
     *
     * @param answer
     *            the fit
     * @param law
     *            the id of its law
     */
    private record Expected(FitAnswer answer, String law) {
    }

    /**
     * Brings the view to the front.
     *
     * @param page
     *            where
     * @return the view, or null if it could not be opened
     */
    static FitView open(IWorkbenchPage page) {
        try {
            return (FitView) page.showView(Ids.FIT_VIEW);
        } catch (PartInitException e) {
            Log.error(Ids.FIT_VIEW, e);
            return null;
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        root = new Composite(parent, SWT.NONE);
        root.setData(Ids.STYLE_CLASS_KEY, Ids.STYLE_CLASS);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(root);
        Composite left = new Composite(root, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(left);
        choice = new Combo(left, SWT.READ_ONLY | SWT.DROP_DOWN);
        choice.setToolTipText(Messages.text("fit.view.choice"));
        GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(choice);
        choice.addListener(SWT.Selection, event -> chosen());
        list = new Table(left, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        pages.forEach(each -> new TableItem(list, SWT.NONE).setText(each.title()));
        list.select(0);
        list.addListener(SWT.Selection, event -> turn(pages.get(list.getSelectionIndex())));
        int width = list.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        GridDataFactory.fillDefaults().grab(true, true).hint(width, list.getItemHeight()).applyTo(list);
        GridDataFactory.fillDefaults().grab(false, true).applyTo(left);

        stack = new Composite(root, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        stack.setLayout(new StackLayout());
        message = new MessagePage(stack, Map.of("fit", () -> fit(null), "cancel", this::cancel, "again", this::again));
        content = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(0, MARGIN / 2).applyTo(content);
        notice = new Link(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(notice);
        notice.setVisible(false);
        notice.addListener(SWT.Selection, event -> cancel());
        options = new Composite(content, SWT.NONE);
        options.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(options);
        for (FitPage each : pages) {
            each.onChange(this::changed);
            Composite own = new Composite(options, SWT.NONE);
            RowLayout row = new RowLayout(SWT.HORIZONTAL);
            row.center = true;
            row.marginLeft = 0;
            row.spacing = MARGIN;
            own.setLayout(row);
            own.setData(each);
            each.createOptions(own);
        }
        content.addListener(SWT.Resize, event -> fitOptions());
        sentence = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(sentence);
        sentence.setVisible(false);
        body = new SashForm(content, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        picturePane = new Composite(body, SWT.NONE);
        picturePane.setLayout(new StackLayout());
        chart = new ChartControl(picturePane);
        chart.onReadOut(text -> {
            readOut = text;
            getViewSite().getActionBars().getStatusLineManager().setMessage(text);
        });
        chart.setCaption(this::caption);
        numbers = new DataTable(picturePane);
        beside = new TableControl(picturePane, SWT.MULTI);
        tablePane = new Composite(body, SWT.NONE);
        tablePane.setLayout(new StackLayout());
        one = new TableControl(tablePane, SWT.SINGLE);
        many = new TableControl(tablePane, SWT.MULTI);
        one.onSelect(() -> page.selected(one.selection()));
        many.onSelect(() -> page.selected(many.selection()));
        body.setWeights(WIDE);

        actions = new FitActions(this);
        actions.fill(getViewSite().getActionBars());
        themes = new ThemeWatch(getSite(), root, this::redraw);
        following = new Following(getSite().getPage(), this::update);
        readLaws();
        following.start();
        update();
    }

    /** Turns to what is looked at in the studies. */
    private void update() {
        if (root == null || root.isDisposed()) {
            return;
        }
        if (following.document() != document) {
            if (document != null) {
                document.removeListener(documentChanged);
            }
            document = following.document();
            looked = null;
            if (document != null) {
                document.addListener(documentChanged);
            }
        }
        StudyData data = document != null && document.state() == StudyDocument.State.READY ? document.data() : null;
        if (data != read) {
            read = data;
            readLaws();
        }
        if (data != null) {
            look(data);
        }
        show();
    }

    /** Shows the fit that is looked at: that of a law that was just kept or is selected, or the first of the study. */
    private void look(StudyData data) {
        Optional<LawData> fresh = expected == null ? Optional.empty() : data.findLaw(expected.law());
        Optional<LawData> selected = data.laws().stream()
                .filter(law -> law.fit() != null && following.focus().laws().contains(law.id())).findFirst();
        String focus = selected.map(LawData::id).orElse(null);
        LawData law;
        if (fresh.isPresent()) {
            law = fresh.get();
        } else if (focus != null && !focus.equals(looked)) {
            law = selected.get();
        } else if (session == null || session.kept() != null) {
            law = shownLaw(data).or(() -> isShownOf(data) ? Optional.empty()
                    : data.laws().stream().filter(one -> one.fit() != null).findFirst()).orElse(null);
        } else {
            law = null;
        }
        looked = focus;
        if (law != null) {
            look(data, law);
        }
    }

    /** The law whose fit is shown, as the study has it now. */
    private Optional<LawData> shownLaw(StudyData data) {
        return session == null ? Optional.empty()
                : data.laws().stream().filter(law -> law.fit() != null && session.isOf(law.id(), data.id()))
                        .findFirst();
    }

    private boolean isShownOf(StudyData data) {
        return session != null && Objects.equals(session.study(), data.id());
    }

    private void look(StudyData data, LawData law) {
        KeptFit kept;
        try {
            kept = KeptFit.of(data, law);
        } catch (CoreException e) {
            abandon();
            expected = null;
            fail(e.message(Locale.getDefault()));
            return;
        }
        String title = law.name() == null || law.name().get(Locale.getDefault()).isBlank() ? law.id()
                : law.name().get(Locale.getDefault());
        if (expected != null) {
            FitAnswer answer = expected.answer();
            expected = null;
            take(new FitSession(title, answer, kept, law.id(), data.id()));
        } else if (session != null && kept.equals(session.kept())) {
            wanted = null;
        } else if (!kept.equals(wanted)) {
            Optional<FitSession> known = sessions.stream().filter(one -> kept.equals(one.kept())).findFirst();
            if (known.isPresent()) {
                take(new FitSession(title, known.get().answer(), kept, law.id(), data.id()));
            } else {
                again(kept, title, law.id(), data.id());
            }
        }
    }

    /** Makes a kept fit again. */
    private void again(KeptFit kept, String title, String law, String study) {
        wanted = kept;
        fit(Messages.text("fit.view.fitting", title), kept::again,
                answer -> new FitSession(title, answer, kept, law, study));
    }

    private void fit(String name, FitJob.Calculation<FitAnswer> calculation, Sessions made) {
        if (fitting != null) {
            fitting.abandon();
        }
        failure = null;
        complaint = "";
        cancelled = false;
        done = 0;
        fitting = new FitJob<>(name, root.getDisplay(), calculation, new FitJob.Listener<>() {

            @Override
            public void done(FitAnswer answer) {
                fitting = null;
                wanted = null;
                take(made.of(answer));
            }

            @Override
            public void failed(String why) {
                fitting = null;
                if (wanted == null) {
                    complaint = Messages.text("fit.view.refused", why);
                    show();
                } else {
                    fail(Messages.text("fit.view.refused", why));
                }
            }

            @Override
            public void cancelled() {
                fitting = null;
                cancelled = true;
                show();
            }

            @Override
            public void progress(double share) {
                done = share;
                if (fitting != null && !root.isDisposed()) {
                    show();
                }
            }
        });
        fitting.schedule();
        show();
    }

    /** Makes a session of an answer. */
    @FunctionalInterface
    private interface Sessions {

        FitSession of(FitAnswer answer);
    }

    /** Fits the runs of the shown fit once more, without some of them. The user has asked for it. */
    private void refit(Set<Integer> without) {
        FitAnswer.Parametric answer = (FitAnswer.Parametric) session.answer();
        Set<Integer> out = new TreeSet<>(without);
        Set<Integer> in = Set.copyOf(answer.lines());
        for (int i = 0; i < answer.file().lines().size(); i++) {
            if (!in.contains(answer.file().lines().get(i))) {
                out.add(i);
            }
        }
        RunsFile file = answer.file();
        fit(Messages.text("fit.view.fitting", file.name()),
                progress -> Fits.fit(file, Refit.request(answer), out, progress),
                fitted -> new FitSession(Messages.text("fit.session.without", file.name(), out.size()), fitted));
    }

    private void take(FitSession next) {
        sessions.removeIf(other -> other.equals(next) || other.isOf(next.law(), next.study()));
        sessions.addFirst(next);
        while (sessions.size() > MOST) {
            sessions.removeLast();
        }
        turn(next);
    }

    private void turn(FitSession next) {
        session = next;
        failure = null;
        complaint = "";
        cancelled = false;
        choice.setItems(sessions.stream().map(FitSession::title).toArray(String[]::new));
        choice.select(sessions.indexOf(next));
        choice.setToolTipText(Messages.text("fit.view.shown", next.title()));
        fill();
        compute();
    }

    private void chosen() {
        abandon();
        FitSession next = sessions.get(choice.getSelectionIndex());
        turn(next);
    }

    /** Shows a fit that no study keeps. */
    void show(FitSession next) {
        abandon();
        take(next);
    }

    /** Shows a fit that was just kept as a law, as soon as the study is there. */
    void showKept(FitAnswer answer, String law) {
        abandon();
        expected = new Expected(answer, law);
        update();
    }

    private void abandon() {
        if (fitting != null) {
            fitting.abandon();
            fitting = null;
        }
        wanted = null;
    }

    private void cancel() {
        if (fitting != null) {
            fitting.cancel();
        } else if (drawing != null) {
            drawing.cancel();
        }
    }

    private void again() {
        wanted = null;
        if (read != null) {
            look(read);
        }
        compute();
    }

    private void readLaws() {
        if (readingLaws != null) {
            readingLaws.abandon();
        }
        StudyData data = read;
        readingLaws = new FitJob<>(Messages.text("fit.laws.reading"), root.getDisplay(),
                progress -> LawChoice.all(data), new FitJob.Listener<>() {

                    @Override
                    public void done(List<LawChoice> answer) {
                        readingLaws = null;
                        laws = answer;
                        fill();
                        if (page.usesLaws()) {
                            changed();
                        }
                    }

                    @Override
                    public void failed(String why) {
                        readingLaws = null;
                        fail(why);
                    }

                    @Override
                    public void cancelled() {
                        readingLaws = null;
                        set(State.CANCELLED, Messages.text("fit.view.cancelled"));
                    }
                });
        readingLaws.schedule();
    }

    private void fill() {
        if (!root.isDisposed()) {
            filling = true;
            pages.forEach(each -> each.fill(session, laws));
            filling = false;
        }
    }

    /** Turns to another page. */
    void turn(FitPage next) {
        page = next;
        list.select(pages.indexOf(next));
        chart.restore(ChartState.INITIAL);
        compute();
    }

    private void changed() {
        if (!filling && !root.isDisposed()) {
            pending = true;
            root.getDisplay().timerExec(DELAY, compute);
        }
    }

    /** Whether nothing is on its way, the laws that can be chosen included. */
    boolean isSettled() {
        return !pending && drawing == null && fitting == null && readingLaws == null;
    }

    /** Calculates what the page shows now. */
    private void compute() {
        if (root.isDisposed()) {
            return;
        }
        pending = false;
        stopped = false;
        root.getDisplay().timerExec(-1, compute);
        if (drawing != null) {
            drawing.abandon();
            drawing = null;
        }
        if (page.needsFit() && (session == null || page.refusal(session.answer()) != null)) {
            picture = null;
            show();
            return;
        }
        FitPage asked = page;
        FitSession of = session;
        FitPage.Calculation calculation = page.calculation(session);
        drawing = new FitJob<>(Messages.text("fit.view.drawing", page.title()), root.getDisplay(),
                progress -> calculation.picture(progress::isCancelled), new FitJob.Listener<>() {

                    @Override
                    public void done(FitPicture answer) {
                        drawing = null;
                        draw(answer, asked, of);
                    }

                    @Override
                    public void failed(String why) {
                        drawing = null;
                        picture = null;
                        if (!root.isDisposed()) {
                            draw(new FitPicture(null, null, why), asked, of);
                        }
                    }

                    @Override
                    public void cancelled() {
                        drawing = null;
                        stopped = true;
                        show();
                    }
                });
        drawing.schedule();
        show();
    }

    private void draw(FitPicture answer, FitPage asked, FitSession of) {
        if (root.isDisposed()) {
            return;
        }
        picture = answer;
        pictured = asked;
        picturedOf = of;
        sentence.setText(answer.sentence().replace("&", "&&"));
        exclude(sentence, answer.sentence().isEmpty());
        if (answer.plot() != null) {
            redraw();
        }
        TableControl table = asked.selectsMany() ? many : one;
        if (answer.table() != null) {
            table.show(answer.table());
            top(tablePane, table.table());
        }
        if (answer.beside() != null) {
            beside.show(answer.beside());
            top(picturePane, beside.table());
        }
        boolean left = answer.plot() != null || answer.beside() != null;
        Control alone = !left ? tablePane : answer.table() == null ? picturePane : null;
        if (body.getMaximizedControl() != alone) {
            body.setMaximizedControl(alone);
        }
        body.setVisible(left || answer.table() != null);
        show();
    }

    private void redraw() {
        if (picture != null && picture.plot() != null) {
            chart.show(picture.plot(), ThemeWatch.of(root));
            if (numbersShown) {
                numbers.show(chart.shown());
            }
            top(picturePane, numbersShown ? numbers.control() : chart.control());
        }
    }

    /** Says in which state the view is. */
    private void show() {
        if (page.needsFit() && session == null) {
            if (fitting != null) {
                set(State.FITTING, Messages.text("fit.view.progress", MessagePage.plain(fitting.getName()), done));
            } else if (failure != null) {
                set(State.FAILED, Messages.text("fit.view.failed", MessagePage.plain(failure)));
            } else if (cancelled) {
                set(State.CANCELLED, Messages.text("fit.view.cancelled"));
            } else {
                set(State.EMPTY, Messages.text("fit.view.empty"));
            }
            return;
        }
        String refusal = page.needsFit() ? page.refusal(session.answer()) : null;
        if (refusal != null) {
            set(State.FAILED, MessagePage.plain(refusal));
        } else if (stopped) {
            set(State.CANCELLED, Messages.text("fit.view.cancelled"));
        } else if (pictured != page || picture == null) {
            set(State.COMPUTING, Messages.text("fit.view.computing", MessagePage.plain(page.title())));
        } else {
            set(drawing != null || fitting != null || picturedOf != session ? State.STALE : State.CURRENT, null);
        }
    }

    private void fail(String why) {
        if (!root.isDisposed()) {
            session = null;
            choice.deselectAll();
            failure = why;
            compute();
        }
    }

    /** @param text what is said in place of the page, or null to show the page */
    private void set(State next, String text) {
        if (root.isDisposed()) {
            return;
        }
        state = next;
        if (text != null) {
            message.show(text);
            top(stack, message.control());
        } else {
            String noticed = notice();
            if (!noticed.equals(notice.getText())) {
                notice.setText(noticed);
            }
            exclude(notice, noticed.isEmpty());
            Control own = options.getChildren()[pages.indexOf(page)];
            exclude(options, ((Composite) own).getChildren().length == 0);
            top(options, own);
            top(stack, content);
            fitOptions();
        }
        actions.update();
    }

    /** The options take as many rows as they need. */
    private void fitOptions() {
        Control own = options.getChildren()[pages.indexOf(page)];
        int width = content.getClientArea().width - 2 * MARGIN;
        ((GridData) options.getLayoutData()).heightHint = width <= 0 ? SWT.DEFAULT
                : own.computeSize(width, SWT.DEFAULT).y;
        content.layout(true, true);
    }

    private String notice() {
        if (fitting != null) {
            return Messages.text(wanted == null ? "fit.view.progress" : "fit.view.stale",
                    MessagePage.plain(fitting.getName()), done);
        }
        if (!complaint.isEmpty()) {
            return MessagePage.plain(complaint);
        }
        if (session == null || session.kept() == null || !page.needsFit()) {
            return "";
        }
        if (read != null && isShownOf(read) && read.findLaw(session.law()).isEmpty()) {
            return Messages.text("fit.view.gone");
        }
        if (read != null && !isShownOf(read)) {
            return Messages.text("fit.view.otherStudy", MessagePage.plain(session.title()));
        }
        return session.kept().agrees(session.answer()) ? "" : Messages.text("fit.view.differs");
    }

    private void exclude(Control control, boolean excluded) {
        GridData data = (GridData) control.getLayoutData();
        if (data.exclude != excluded) {
            data.exclude = excluded;
            control.setVisible(!excluded);
        }
        content.layout();
    }

    private static void top(Composite parent, Control control) {
        StackLayout layout = (StackLayout) parent.getLayout();
        if (layout.topControl != control) {
            layout.topControl = control;
            parent.layout();
        }
    }

    /** Opens the wizard, with runs or for a file. */
    void fit(RunsFile runs) {
        FitWizard.open(getSite().getWorkbenchWindow(), runs);
    }

    /** Asks how to keep the fit that is shown. */
    void keep() {
        KeepDialog dialog = new KeepDialog(getSite().getShell(), session.answer(), getSite().getPage());
        if (dialog.open() == Window.OK && dialog.kept() != null) {
            FitSession old = session;
            sessions.remove(old);
            showKept(old.answer(), dialog.kept().id());
        }
    }

    /** Whether the fit that is shown can be kept as a law and is not yet. */
    boolean canKeep() {
        return session != null && session.kept() == null;
    }

    boolean isDrawing() {
        return (state == State.CURRENT || state == State.STALE) && picture != null && picture.plot() != null;
    }

    boolean areNumbersShown() {
        return numbersShown;
    }

    void showNumbers(boolean shown) {
        numbersShown = shown;
        redraw();
        actions.update();
    }

    String caption(Caption.Form form) {
        return FitCaption.write(chart.shown(), pictured != null && pictured.needsFit() ? picturedOf.answer() : null,
                Locale.getDefault(), form);
    }

    ChartControl chart() {
        return chart;
    }

    State state() {
        return state;
    }

    FitSession session() {
        return session;
    }

    List<FitPage> pages() {
        return pages;
    }

    FitPicture picture() {
        return picture;
    }

    String message() {
        return message.text();
    }

    String noticed() {
        return notice.getText();
    }

    String readOut() {
        return readOut;
    }

    TableControl table() {
        return pictured != null && pictured.selectsMany() ? many : one;
    }

    Composite control() {
        return root;
    }

    @Override
    public void setFocus() {
        list.setFocus();
    }

    @Override
    public void dispose() {
        abandon();
        if (drawing != null) {
            drawing.abandon();
        }
        if (readingLaws != null) {
            readingLaws.abandon();
        }
        if (document != null) {
            document.removeListener(documentChanged);
        }
        if (themes != null) {
            themes.dispose();
        }
        if (following != null) {
            following.dispose();
        }
        super.dispose();
    }
}

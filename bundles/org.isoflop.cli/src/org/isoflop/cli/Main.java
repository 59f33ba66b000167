package org.isoflop.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.isoflop.core.CoreException;
import org.isoflop.core.Refusal;
import org.isoflop.core.json.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line {@code isoflop COMMAND …}. */
@Command(name = "isoflop", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    private final Console console;

    private Main(Console console) {
        this.console = console;
    }

    /**
     * Runs one command and ends the process with its exit status.
     *
     * @param arguments
     *            the command and its arguments
     */
    public static void main(String[] arguments) {
        // The JVM picks the charset of standard output from the locale; under LANG=C that would lose every accent.
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(answer, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, false, StandardCharsets.UTF_8);
        Locale locale = Locale.getDefault();
        int status = run(arguments, System.in, out, err, locale);
        out.flush();
        // One write: a reader such as head, which leaves early, then still gets it all. System.out keeps its failures
        // to itself, so without the question a full disk would look like success.
        System.out.writeBytes(answer.toByteArray());
        if (System.out.checkError()) {
            err.println(Messages.text(locale, "error.E_STANDARD_OUTPUT"));
            status = ExitStatus.WRONG_INPUT;
        }
        err.flush();
        System.exit(status);
    }

    /**
     * Runs one command.
     *
     * @param arguments
     *            the command and its arguments
     * @param in
     *            what {@code -} reads
     * @param out
     *            receives the answer
     * @param err
     *            receives everything else
     * @param locale
     *            language and number format of what people read
     * @return 0 done; 1 done, with findings; 2 the input or the command line is wrong; 3 a fault of Isoflop
     */
    public static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err, Locale locale) {
        List<String> words = List.of(arguments);
        Console console = new Console(in, out, err, locale, words.contains("--json"));
        CommandLine line = new CommandLine(new Main(console));
        line.addSubcommand(new CatalogCommand(console));
        line.addSubcommand(new LawsCommand(console));
        line.addSubcommand(new LossCommand(console));
        line.addSubcommand(new OptimumCommand(console));
        line.addSubcommand(new AskCommand(console));
        line.addSubcommand(new FitCommand(console));
        line.addSubcommand(new ParamsCommand(console));
        line.addSubcommand(new EvaluateCommand(console));
        line.addSubcommand(new SweepCommand(console));
        line.addSubcommand(new ChartCommand(console));
        line.addSubcommand(new ReportCommand(console));
        line.addSubcommand(new ValidateCommand(console));
        line.addSubcommand(new ConvertCommand(console));
        line.addSubcommand(new ExamplesCommand(console));
        line.addSubcommand(new CompletionCommand(console));
        line.setResourceBundle(Messages.usage(locale));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setUsageHelpAutoWidth(true);
        boolean debug = words.contains("--debug");
        line.setParameterExceptionHandler((exception, rest) -> wrongCommandLine(console, exception));
        line.setExecutionExceptionHandler((exception, command, result) -> failed(console, exception, debug));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        ParseResult result = spec.commandLine().getParseResult();
        if (!result.hasSubcommand()) {
            throw new ParameterException(spec.commandLine(),
                    Messages.text(console.locale(), "error.E_NO_COMMAND"));
        }
    }

    CommandLine commandLine() {
        return spec.commandLine();
    }

    private static int wrongCommandLine(Console console, ParameterException exception) {
        String message = switch (exception) {
            case UnmatchedArgumentException unmatched -> Messages.text(console.locale(), "error.E_UNKNOWN_ARGUMENT",
                    String.join(" ", unmatched.getUnmatched()), name(exception));
            case MissingParameterException missing -> Messages.text(console.locale(), "error.E_MISSING_ARGUMENT",
                    String.join(", ", missing.getMissing().stream().map(Main::label).toList()), name(exception));
            case MutuallyExclusiveArgsException exclusive -> Messages.text(console.locale(), "error.E_ONE_OF",
                    name(exception));
            case OverwrittenOptionException twice when twice.getOverwritten() != null -> Messages.text(
                    console.locale(), "error.E_TWICE", label(twice.getOverwritten()), name(exception));
            default -> Messages.text(console.locale(), "error.E_WRONG_ARGUMENT", exception.getArgSpec() == null
                    ? exception.getValue()
                    : label(exception.getArgSpec()), name(exception));
        };
        return console.refuse(new WrongInput("E_COMMAND_LINE", message, null, 0, null));
    }

    private static String label(picocli.CommandLine.Model.ArgSpec argument) {
        return argument.isOption()
                ? ((CommandLine.Model.OptionSpec) argument).longestName()
                : argument.paramLabel();
    }

    private static String name(ParameterException exception) {
        return exception.getCommandLine().getCommandSpec().qualifiedName();
    }

    private static int failed(Console console, Exception exception, boolean debug) {
        if (debug) {
            exception.printStackTrace(console.err());
        }
        if (exception instanceof WrongInput wrong) {
            return console.refuse(wrong);
        }
        if (exception instanceof IOException fault && !Refusal.isRefusal(fault)) {
            return failed(console, fault instanceof FileSystemException file && file.getFile() != null
                    ? CoreException.cannotWrite(Path.of(file.getFile()), file)
                    : console.wrong("E_IO", String.valueOf(fault.getMessage())), false);
        }
        if (Refusal.isRefusal(exception)) {
            return console.refuse(new WrongInput(Refusal.code(exception),
                    Refusal.message(exception, console.locale()), null, 0, null));
        }
        String message = Messages.text(console.locale(), "error.E_FAULT", String.valueOf(exception));
        if (console.json()) {
            console.out().println(Json.text(Json.error("E_FAULT", message, null, 0, null)));
        }
        console.err().println(message);
        return ExitStatus.FAULT;
    }
}

@echo off
rem Starts Isoflop: a command without a window, or the workbench.
rem   isoflop COMMAND ...                     runs a command; isoflop --help lists them
rem   isoflop [OPTIONS] [STUDY.isoflop ...]   opens the workbench; OPTIONS: -data DIR, -configuration DIR, -nl LOCALE, -clean, -consoleLog
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
call "%HERE%find-java.cmd" JAVA || exit /b 2
rem Java asks Windows for the language; LANG goes before it, as on other systems.
set "LANGUAGE="
if defined LANG if /i "%LANG:~0,2%"=="fr" set "LANGUAGE=-Duser.language=fr"
for %%j in ("%HERE%plugins\org.isoflop.ui_*.jar") do set "BUILD=%%~nj"
set "CONFIGURATION=%USERPROFILE%\.isoflop\configuration\%BUILD%"
set "DATA=%USERPROFILE%\.isoflop\workbench"

rem Only options and study files, or nothing at all: the workbench. Anything else is a command.
set "OPTIONS="
set "OPEN="
:classify
if "%~1"=="" goto workbench
if /i "%~1"=="-clean" goto flag
if /i "%~1"=="-consoleLog" goto flag
if /i "%~1"=="-nl" goto locale
if /i "%~1"=="-data" goto data
if /i "%~1"=="-configuration" goto configuration
if /i not "%~x1"==".isoflop" goto command
if not defined OPEN set OPEN=-open
set OPEN=%OPEN% "%~f1"
shift
goto classify
:flag
set OPTIONS=%OPTIONS% %1
shift
goto classify
:locale
if "%~2"=="" goto command
set OPTIONS=%OPTIONS% -nl %2
shift
shift
goto classify
:data
if "%~2"=="" goto command
set "DATA=%~f2"
shift
shift
goto classify
:configuration
if "%~2"=="" goto command
set "CONFIGURATION=%~f2"
shift
shift
goto classify

:command
set "JARS="
for %%n in (org.isoflop.cli org.isoflop.core org.isoflop.model org.isoflop.analysis picocli com.fasterxml.jackson.core.jackson-core org.eclipse.emf.common org.eclipse.emf.ecore org.eclipse.emf.ecore.xmi com.github.weisj.jsvg) do for %%j in ("%HERE%plugins\%%n_*.jar") do call set "JARS=%%JARS%%;%%~fj"
rem A fit computes long enough for the second compiler of Java to pay, and needs its vector instructions; its loops are
rem short and called often, so that compiling them while they run would be work for nothing.
set "COMPILERS=-XX:TieredStopAtLevel=1"
set "ARCHIVE=isoflop.jsa"
if "%~1"=="fit" set "COMPILERS=-XX:Tier4BackEdgeThreshold=2000000"
if "%~1"=="fit" set "ARCHIVE=isoflop-fit.jsa"
"%JAVA_HOME%\bin\java.exe" -XX:+IgnoreUnrecognizedVMOptions %COMPILERS% -XX:+UseSerialGC -Xshare:auto "-XX:SharedArchiveFile=%HERE%%ARCHIVE%" -XX:+AutoCreateSharedArchive -Xlog:disable "-Xlog:all=error,cds*=off:stderr" -Djava.awt.headless=true %LANGUAGE% -cp "%JARS:~1%" org.isoflop.cli.Main %*
exit /b %ERRORLEVEL%

:workbench
if not exist "%CONFIGURATION%\" mkdir "%CONFIGURATION%" || exit /b 2
set "LAUNCHER="
for %%j in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fj"
rem The quick compiler alone opens the window in two thirds of the time, and draws and fits nearly as fast.
rem javaw has no console window. The archive of loaded classes is written when the first window closes.
start "Isoflop" "%JAVA_HOME%\bin\javaw.exe" -XX:TieredStopAtLevel=1 -Xmx2g -Djava.awt.headless=true -Dswt.autoScale=quarter %LANGUAGE% -XX:+IgnoreUnrecognizedVMOptions -Xshare:auto "-XX:SharedArchiveFile=%CONFIGURATION%\window.jsa" -XX:+AutoCreateSharedArchive -Xlog:disable -jar "%LAUNCHER%" -configuration "%CONFIGURATION%" -data "%DATA%" %OPTIONS% %OPEN%
exit /b 0

@rem Called by the start scripts: find-java.cmd JAVA or find-java.cmd JDK sets JAVA_HOME to a Java of version 21 or newer, or ends with status 2.
@set "ISOFLOP_FOUND="
@if defined JAVA_HOME call :try "%JAVA_HOME%" %1
@if not defined ISOFLOP_FOUND for %%j in (java.exe) do @if not "%%~$PATH:j"=="" call :parent "%%~dp$PATH:j." %1
@if not defined ISOFLOP_FOUND for /d %%d in (
    "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\*"
    "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*"
) do @if not defined ISOFLOP_FOUND call :try "%%~d" %1
@if defined ISOFLOP_FOUND exit /b 0
@call :language
@if "%1%ISOFLOP_FRENCH%"=="JDK" echo Building Isoflop needs a JDK of version 21 or newer; set JAVA_HOME to one. 1>&2
@if "%1%ISOFLOP_FRENCH%"=="JAVA" echo Isoflop needs Java 21 or newer; set JAVA_HOME to one. 1>&2
@if "%1%ISOFLOP_FRENCH%"=="JDKfr" echo La construction d'Isoflop demande un JDK 21 au minimum ; indiquez son dossier par JAVA_HOME. 1>&2
@if "%1%ISOFLOP_FRENCH%"=="JAVAfr" echo Isoflop demande Java 21 au minimum ; indiquez son dossier par JAVA_HOME. 1>&2
@exit /b 2

:parent
@for %%p in ("%~1\..") do @call :try "%%~fp" %2
@exit /b 0

:try
@if not exist "%~1\bin\java.exe" exit /b 0
@if "%2"=="JDK" if not exist "%~1\bin\javac.exe" exit /b 0
@if not exist "%~1\release" exit /b 0
@set "ISOFLOP_VERSION=0"
@for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do @for /f "delims=.-+" %%m in ("%%~v") do @set "ISOFLOP_VERSION=%%m"
@if %ISOFLOP_VERSION% GEQ 21 (
    set "JAVA_HOME=%~1"
    set "ISOFLOP_FOUND=yes"
)
@exit /b 0

:language
@rem The user's language: LANG where it is set, or else that of Windows. The French sentences do without accents, which a console may garble.
@set "ISOFLOP_FRENCH="
@if defined LANG (
    if /i "%LANG:~0,2%"=="fr" set "ISOFLOP_FRENCH=fr"
) else (
    reg query "HKCU\Control Panel\International" /v LocaleName 2>nul | findstr /i /r "REG_SZ.*fr-" >nul && set "ISOFLOP_FRENCH=fr"
)
@exit /b 0

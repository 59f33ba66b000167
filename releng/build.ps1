# Builds Isoflop for isoflop.cmd. With -Check: status 0 if the last build is up to date, 1 if not.
param([switch]$Check)
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$builds = Join-Path $root 'target\isoflop'
$log = Join-Path $root 'target\isoflop-build.log'
$current = Join-Path $builds 'current'
$state = Join-Path $builds 'state'
# A p2 repository or a folder with the bundles of Eclipse Nebula and GEF Classic; empty for a build without them.
$nebula = "$env:ISOFLOP_NEBULA"
if ($nebula -and (Test-Path -LiteralPath $nebula -PathType Container)) { $nebula = (Resolve-Path -LiteralPath $nebula).Path }

# One sentence in the user's language; the French does without accents, because old shells read this file as ANSI.
$french = if ($env:LANG) { $env:LANG -like 'fr*' } else { (Get-UICulture).TwoLetterISOLanguageName -eq 'fr' }
function Write-Sentence([string]$English, [string]$InFrench) {
    [Console]::Error.WriteLine($(if ($french) { $InFrench } else { $English }))
}

function Get-Sources {
    foreach ($name in 'pom.xml', '.mvn', 'bundles', 'features', 'releng', 'targets', 'examples') {
        Get-ChildItem -LiteralPath (Join-Path $root $name) -Recurse -File -Force |
            Where-Object { $_.FullName.Substring($root.Length) -notmatch '\\(target|src-gen|src_test|bin)\\' }
    }
}

# Names and times of all sources, and where Nebula comes from, as one text.
function Get-State {
    ((Get-Sources | Sort-Object FullName | ForEach-Object { $_.FullName + ' ' + $_.LastWriteTimeUtc.Ticks }) + $nebula) -join "`n"
}

function Test-Fresh {
    (Test-Path -LiteralPath $current) -and (Test-Path -LiteralPath $state) -and
        ([IO.File]::ReadAllText($state) -ceq (Get-State)) -and
        (Test-Path -LiteralPath (Join-Path $builds "$((Get-Content -LiteralPath $current -TotalCount 1).Trim())\isoflop.cmd"))
}

if ($Check) {
    if (Test-Fresh) { exit 0 } else { exit 1 }
}

New-Item -ItemType Directory -Force -Path $builds | Out-Null
$lock = $null
while ($null -eq $lock) {
    try {
        $lock = [IO.File]::Open((Join-Path $root 'target\build.lock'), 'OpenOrCreate', 'ReadWrite', 'None')
    } catch [IO.IOException] {
        Write-Sentence 'Another build of Isoflop is running here; waiting for it.' `
            "Une autre construction d'Isoflop est en cours ici ; attente de sa fin."
        Start-Sleep -Seconds 2
    }
}
try {
    if (Test-Fresh) { exit 0 }
    Write-Sentence 'Building Isoflop; the first time this takes a few minutes.' `
        "Construction d'Isoflop ; au premier lancement, cela prend quelques minutes."
    $before = Get-State
    $products = Join-Path $root 'releng\org.isoflop.product\target\products'
    if (Test-Path -LiteralPath $products) { Remove-Item -LiteralPath $products -Recurse -Force }
    Get-ChildItem -Path (Join-Path $root 'bundles\*\target\classes') -ErrorAction SilentlyContinue |
        Remove-Item -Recurse -Force
    Push-Location $root
    $option = if ($nebula) { " `"-Dnebula.repository=$nebula`"" } else { '' }
    & cmd /c "mvnw.cmd -B -Disoflop.host$option package 2>&1" |
        Tee-Object -FilePath $log |
        ForEach-Object { if ($_ -match '^\[INFO\] Building (.*\S)\s+\[(\d+/\d+)\]$') { [Console]::Error.WriteLine("  $($Matches[2]) $($Matches[1])") } }
    $status = $LASTEXITCODE
    Pop-Location
    if ($status -ne 0) {
        Select-String -Path $log -Pattern '^\[ERROR\]' | Select-Object -First 20 | ForEach-Object { [Console]::Error.WriteLine($_.Line) }
        Write-Sentence "The build failed; its whole log is $log." `
            "La construction n'a pas abouti ; son journal complet est $log."
        exit 3
    }
    $build = (Get-Date).ToUniversalTime().ToString('yyyyMMddHHmmss')
    Move-Item -LiteralPath (Join-Path $products 'org.isoflop.product\win32\win32\x86_64\isoflop') -Destination (Join-Path $builds $build)
    [IO.File]::WriteAllText($state, $before)
    [IO.File]::WriteAllText($current, "$build`r`n")
    # A window may still run from an older build; what is in use stays.
    Get-ChildItem -LiteralPath $builds -Directory | Where-Object { $_.Name -ne $build } |
        ForEach-Object { Remove-Item -LiteralPath $_.FullName -Recurse -Force -ErrorAction SilentlyContinue }
} finally {
    $lock.Dispose()
}

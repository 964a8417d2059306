# Build the Windows program into dist\: hedui-VERSION-windows-x64.zip. Run once, from anywhere:
#
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
#
# Needs 64-bit Python 3.11 or newer and a connection for the first run (pip); no administrator.
# Kept to ASCII: Windows PowerShell 5 reads scripts in the system's own encoding.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
$venv = ".venv-package"
$python = Join-Path $venv "Scripts\python.exe"
$env:PYTHONUTF8 = "1"

function Invoke-Checked([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $Arguments ended with $LASTEXITCODE" }
}

function Find-Python {
    $test = "import struct, sys; sys.exit(sys.version_info < (3, 11) or struct.calcsize('P') != 8)"
    foreach ($candidate in @(@("py", "-3.13"), @("py", "-3.12"), @("py", "-3.11"), @("py", "-3"), @("python"))) {
        if (-not (Get-Command $candidate[0] -ErrorAction SilentlyContinue)) { continue }
        $rest = @($candidate | Select-Object -Skip 1)
        # A launcher that lacks this version says so on its error stream, which is no failure of ours.
        $ErrorActionPreference = "SilentlyContinue"
        & $candidate[0] @rest -c $test 2>$null
        $found = $LASTEXITCODE -eq 0
        $ErrorActionPreference = "Stop"
        if ($found) { return , $candidate }
    }
    throw "Python 3.11 or newer (64-bit) is needed; install it from python.org and run this again."
}

function Get-Version {
    $line = Select-String -Path "core\version.py" -Pattern '^VERSION: Final = "(.*)"$'
    return $line.Matches[0].Groups[1].Value
}

$version = Get-Version
Write-Host "-- Hedui $version"
if (-not (Test-Path $python)) {
    $found = @(Find-Python)
    $rest = @($found | Select-Object -Skip 1)
    Write-Host "-- making $venv with $found"
    Invoke-Checked $found[0] ($rest + @("-m", "venv", $venv))
}
Write-Host "-- installing the pinned requirements"
Invoke-Checked $python @("-m", "pip", "install", "--quiet", "--disable-pip-version-check",
    "--require-hashes", "-r", "requirements.txt", "-r", "requirements-package.txt")

Write-Host "-- freezing"
foreach ($old in @("build\package", "build\pyinstaller")) {
    if (Test-Path $old) { Remove-Item -Recurse -Force $old }
}
New-Item -ItemType Directory -Force -Path "dist", "build\icons" | Out-Null
Invoke-Checked $python @("packaging\icons.py", "build\icons")
Invoke-Checked $python @("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
    "--distpath", "build\package", "--workpath", "build\pyinstaller", "packaging\hedui.spec")
$built = "build\package\hedui"
Copy-Item "LICENSE" $built
Get-ChildItem "packaging\*.txt" | Copy-Item -Destination $built
# Through cmd, because PowerShell 5 would write a redirected text in UTF-16.
cmd /c "$python packaging\third_party.py requirements.txt > $built\THIRD-PARTY.txt"
if ($LASTEXITCODE -ne 0) { throw "the licences could not be gathered" }

Write-Host "-- self-test of the packaged program"
Invoke-Checked "$built\hedui-cli.exe" @("--self-test", "--lang", "en")

$folder = "build\hedui-$version"
if (Test-Path $folder) { Remove-Item -Recurse -Force $folder }
Copy-Item -Recurse $built $folder
$zip = "dist\hedui-$version-windows-x64.zip"
if (Test-Path $zip) { Remove-Item -Force $zip }
Compress-Archive -Path $folder -DestinationPath $zip -CompressionLevel Optimal
Remove-Item -Recurse -Force $folder
Get-FileHash -Algorithm SHA256 $zip | Format-List
Write-Host "-- done: $zip"

# Shared by ./rahdar, ./test and .ci/run: finds the .NET SDK and builds under a lock. Sourced, never run. Expects $root.

export DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
export DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-${HOME:-$root/artifacts}}"

# Puts a `dotnet` on the PATH if one is installed in a usual place; says nothing.
find_dotnet() {
  command -v dotnet >/dev/null 2>&1 && return 0
  local folder
  for folder in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    if [ -x "$folder/dotnet" ]; then PATH="$folder:$PATH"; export PATH; return 0; fi
  done
  return 1
}

# Ends with exit code 3 and one paragraph when there is no SDK that global.json accepts (10.0.100 or a later 10.0.x).
need_sdk() {
  local found='no "dotnet" command was found'
  if find_dotnet; then
    (cd "$root" && dotnet --version >/dev/null 2>&1) && return 0
    found="\"dotnet\" is here, but not with this SDK (it has: $(cd / && dotnet --list-sdks 2>/dev/null |
      sed 's/ .*//' | paste -sd' ' -))"
  fi
  fold -s -w 100 >&2 <<TEXT
Rahdar is built from source and needs the .NET SDK 10.0 (10.0.100 or later); $found. Install it and run the same \
command again: on Debian, Ubuntu or Fedora the package is "dotnet-sdk-10.0"; on macOS "brew install dotnet-sdk"; on \
Windows "winget install Microsoft.DotNet.SDK.10"; or take the SDK from dotnet.microsoft.com. If it is installed in a \
folder of its own, put that folder on the PATH or into DOTNET_ROOT.
TEXT
  exit 3
}

# build_into LOG TARGET [dotnet build options]: a Release build, package versions exactly as the lock files say.
# File descriptor 9 is the build lock: it is closed for the build, or a compiler server left behind would keep it.
build_into() {
  local log=$1 target=$2 locked=
  shift 2
  compgen -G "$root/src/*/packages.lock.json" >/dev/null && locked=-p:RestoreLockedMode=true
  (cd "$root" && dotnet build "$target" -c Release --artifacts-path "$root/artifacts" $locked "$@") >"$log" 2>&1 9>&-
}

# publish_into LOG: Rahdar as the launcher runs it, in artifacts/rahdar: compiled ahead for this machine together with its
# runtime, so that it starts at once. Where the compiler or the runtime for that cannot be had it is left as built, and
# says so; it then starts some seconds slower.
publish_into() {
  local log=$1
  rm -rf "$root/artifacts/rahdar"
  publish "$log" --artifacts-path "$root/artifacts/ahead" --use-current-runtime --self-contained true \
    -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true -p:IsCompiledAhead=true && return 0
  echo 'not compiled ahead (see artifacts/build.log): it will start slower' >&2
  rm -rf "$root/artifacts/rahdar"
  publish "$log.plain" --artifacts-path "$root/artifacts" -p:RestoreLockedMode=true --self-contained false \
    -p:UseAppHost=false || { cat "$log.plain" >>"$log"; return 1; }
}

publish() { # LOG [options]
  local log=$1
  shift
  (cd "$root" && dotnet publish src/Rahdar.Cli -c Release -o "$root/artifacts/rahdar" "$@") >"$log" 2>&1 9>&-
}

# True when the web pages are missing or older than anything they are made from.
is_web_stale() {
  [ -f "$root/artifacts/web/index.html" ] || return 0
  [ -n "$(cd "$root" && find web src/Rahdar.Reports/Words -path web/node_modules -prune -o -type f \
    -newer artifacts/web/index.html -print -quit)" ]
}

# web_into LOG: the web pages in artifacts/web, by node; the packages of web/package-lock.json are fetched when they are
# not there. 1 when there is no node, 2 when the build failed.
web_into() {
  local log=$1
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || return 1
  (
    cd "$root/web" || exit 2
    [ -d node_modules ] && [ ! package-lock.json -nt node_modules/.package-lock.json ] \
      || npm ci --no-audit --no-fund --loglevel=error || exit 2
    npm run build
  ) >"$log" 2>&1 9>&- || return 2
}

# Takes the build lock until the end of the script or unlock_build. Without flock (macOS) builds are not guarded.
lock_build() {
  mkdir -p "$root/artifacts"
  exec 9>>"$root/artifacts/.build.lock"
  ! command -v flock >/dev/null 2>&1 || flock 9
}

unlock_build() { exec 9>&-; }

# True when what the launcher runs is missing or older than anything it is made from. Folders count as well: their time
# changes when a file in them is deleted or renamed.
is_stale() {
  [ -f "$root/artifacts/rahdar/rahdar.dll" ] && [ -f "$root/artifacts/.built" ] || return 0
  [ -n "$(cd "$root" && find src data/corridor Directory.*.props global.json -newer artifacts/.built -print -quit)" ]
}

# The stamp carries the time the build began, so an edit made during the build is not lost.
stamp_begin() { touch "$root/artifacts/.building"; }
stamp_done() { mv -f "$root/artifacts/.building" "$root/artifacts/.built"; }

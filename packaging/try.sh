#!/bin/bash
# Try the packaged program where nothing but its dependencies is: no Python, no network.
#
#   packaging/try.sh [FILE.deb]     (by default the newest in dist/)
#
# Makes a bare root folder with a shell, the packages that the .deb depends on (as they are
# installed here, with all that they depend on) and a Chinese font; unpacks the .deb into
# it; runs `hedui --self-test` and the window in it by chroot, as a user without rights, in a network
# namespace without interfaces; traces system calls and fails on a network socket. Then the
# same for the .tar.gz beside the .deb, with a folder `data` beside the program.
# Needs root and Debian or Ubuntu.
set -euo pipefail
cd "$(dirname "$0")/.."
deb=${1:-$(find dist -maxdepth 1 -name 'hedui_*_amd64.deb' -printf '%T@ %p\n' 2>/dev/null | sort -n | tail -n 1 | cut -d' ' -f2-)}
tar=$(dirname "$deb")/hedui-$(basename "$deb" _amd64.deb | cut -d_ -f2)-linux-x64.tar.gz
work=$(mktemp -d /tmp/hedui-try.XXXXXX)
root=$work/root
screen=
trap '[ -z "$screen" ] || kill "$screen" 2>/dev/null || true; wait; umount "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$work"' EXIT

if [ "$(id -u)" != 0 ] || ! command -v dpkg-query >/dev/null; then
    echo "试运行需要 root 和 Debian/Ubuntu，跳过。The try-out needs root and Debian or Ubuntu; left out." >&2
    exit 0
fi
if [ -z "$deb" ] || [ ! -f "$deb" ]; then
    echo "dist/ 里没有 .deb，请先运行 make package。No .deb in dist/; run make package first." >&2
    exit 1
fi

installed() { [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null)" = "ii " ]; }

first_installed() { # of alternatives a | b, the one that is here, with its t64 name if need be
    local name
    for name in ${1//|/ }; do
        for name in "$name" "${name}t64"; do
            if installed "$name"; then echo "$name"; return; fi
        done
    done
}

depends_of() { # one alternative group a line, without versions and architectures
    sed -e 's/([^)]*)//g' -e 's/:[a-z0-9]*//g' <<<"$1" | tr ',' '\n' | sed '/^ *$/d'
}

# All that a list of packages depends on, with what these depend on, as installed here.
declare -A closed=()
close_over() {
    local group name
    while IFS= read -r group; do
        name=$(first_installed "$group")
        if [ -z "$name" ]; then
            [ "${2:-}" = strict ] && { echo "没有安装 not installed: $group" >&2; exit 1; }
            continue
        fi
        [ -n "${closed[$name]:-}" ] && continue
        closed[$name]=1
        close_over "$(dpkg-query -W -f='${Pre-Depends}, ${Depends}' "$name")"
    done < <(depends_of "$1")
}

close_over "$(dpkg-deb -f "$deb" Depends)" strict
close_over "dash, coreutils, libc-bin, $(dpkg-deb -f "$deb" Recommends | tr ',' '\n' | grep fonts)"
echo "── 空根目录 bare root: ${#closed[@]} 个软件包 packages"

mkdir -p "$root"/{proc,tmp,dev,etc,home/user,home/other}
for link in bin lib lib64 sbin; do # merged /usr: the packages' old places lead there
    if [ -L "/$link" ]; then
        mkdir -p "$root/usr/$link"
        ln -s "usr/$link" "$root/$link"
    fi
done
for name in "${!closed[@]}"; do
    dpkg-query -L "$name" | sed '/^diverted by\|^package diverts/d'
done | sort -u | grep -Ev '^/usr/share/(doc|man|info|locale|lintian)(/|$)' |
    while IFS= read -r path; do
        [ -L "/${path#/}" ] && [[ $path =~ ^/(bin|lib|lib64|sbin)$ ]] && continue
        top=${path#/} top=/${top%%/*}
        [ -L "$top" ] && path=/usr$path
        if [ -e "$path" ] && { [ ! -d "$path" ] || [ -L "$path" ]; }; then echo "${path#/}"; fi
    done | tar -C / -cf - -T - | tar -C "$root" -xf -
cp -a /etc/fonts "$root/etc/" 2>/dev/null || true
printf 'root:x:0:0::/root:/bin/sh\nuser:x:1000:1000::/home/user:/bin/sh\n' >"$root/etc/passwd"
mknod -m 666 "$root/dev/null" c 1 3
mknod -m 666 "$root/dev/urandom" c 1 9
mkdir -p "$root/dev/shm"
chmod 1777 "$root/tmp" "$root/dev/shm"
chroot "$root" /bin/true || { echo "空根目录不能用 the bare root is broken" >&2; exit 1; }
if find "$root" -name 'python*' -path '*bin*' | grep .; then
    echo "空根目录里有 Python there is a Python in the bare root" >&2
    exit 1
fi
dpkg-deb -x "$deb" "$root"
if [ -f "$tar" ]; then
    tar -C "$root/home/user" -xzf "$tar"
    mv "$root"/home/user/hedui-* "$root/home/user/stick"
    mkdir "$root/home/user/stick/data"
fi
chown -R 1000:1000 "$root"/home/*
mount -t proc proc "$root/proc"

trace=()
if command -v strace >/dev/null; then
    trace=(strace -f -qq -e trace=network -e signal=none -o "$work/trace")
else
    echo "没有 strace，不逐个检查系统调用。No strace: system calls are not looked at." >&2
fi

try() { # a command in the bare root, without Python, without a network, without rights
    echo "── $*"
    rm -f "$work/trace"
    "${trace[@]}" unshare --net chroot --userspec=1000:1000 "$root" \
        /usr/bin/env -i HOME="${home:-/home/user}" LANG=C.UTF-8 PATH=/usr/bin:/bin "$@"
    [ ${#trace[@]} = 0 ] || [ -f "$work/trace" ]
    if [ -f "$work/trace" ] && grep -E 'AF_INET' "$work/trace"; then
        echo "打开了网络套接字 a network socket was opened" >&2
        exit 1
    fi
}

show_window() { # the window itself, where this machine can lend it a screen
    local display before shown=""
    if ! command -v Xvfb >/dev/null || ! command -v xdotool >/dev/null; then
        echo "没有 Xvfb、xdotool，不试窗口。No Xvfb and xdotool: the window is not tried." >&2
        return
    fi
    Xvfb -displayfd 3 -screen 0 1440x900x24 -ac 3>"$work/display" >/dev/null 2>&1 &
    screen=$!
    for _ in $(seq 50); do [ -s "$work/display" ] && break; sleep 0.1; done
    display=:$(cat "$work/display")
    mkdir -p "$root/tmp/.X11-unix"
    ln "/tmp/.X11-unix/X${display#:}" "$root/tmp/.X11-unix/" # the socket itself, under its name there
    echo "── hedui (DISPLAY=$display)"
    rm -f "$work/trace"
    before=$(date +%s%N)
    "${trace[@]}" timeout 60 unshare --net chroot --userspec=1000:1000 "$root" /usr/bin/env -i \
        HOME=/home/user LANG=C.UTF-8 DISPLAY=$display /usr/bin/hedui &
    for _ in $(seq 200); do
        shown=$(DISPLAY=$display xdotool search --onlyvisible --class hedui 2>/dev/null | head -n 1) || true
        [ -n "$shown" ] && break
        sleep 0.05
    done
    echo "   $((($(date +%s%N) - before) / 1000000)) ms"
    sleep 1 # what the window does after it has come up is looked at too
    kill "$screen"
    wait || true
    screen=
    if [ -z "$shown" ]; then
        echo "窗口没有出来 no window came up" >&2
        cat "$root/home/user/.cache/hedui/log/hedui.log" >&2 || true
        exit 1
    fi
    if [ -f "$work/trace" ] && grep -E 'AF_INET' "$work/trace"; then exit 1; fi
}

if [ ${#trace[@]} != 0 ] && (try getent hosts nowhere.invalid) >/dev/null 2>&1; then
    echo "系统调用的检查不起作用 the look at system calls sees no network socket" >&2
    exit 1
fi
try hedui --version
try hedui --self-test
show_window
sample=$(cd "$root" && find opt/hedui/_internal/seeds -name "*.txt" | sort | head -n 1)
cp "$root/$sample" "$root/tmp/second.txt"
try hedui extract "/$sample" /tmp/second.txt --jobs 2 --out /tmp/out
[ -s "$root/tmp/out/$(basename "$sample" .txt).json" ] && [ -s "$root/tmp/out/second.json" ]
if [ -f "$tar" ]; then
    home=/home/other
    try /home/user/stick/hedui --self-test --lang en | tee "$work/stick"
    grep -q 'Portable:.*/home/user/stick/data' "$work/stick"
    if find "$root/home/other" -iname '*hedui*' | grep . || ! rmdir "$root/home/user/stick/data"; then
        echo "自检留下了文件 the self-test left files behind" >&2
        exit 1
    fi
fi
echo "── 试运行通过，没有网络套接字 tried out: all well, no network socket"

#!/bin/sh
# Make the machine ready: system libraries, a Chinese font, the virtual environment.
#
#   tools/setup.sh run|dev
#
# Asks `dpkg` first; installs what is missing as root, otherwise prints the command.
# A second call finds its stamp and returns at once.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-run}
case $kind in
    run) pins=requirements.txt ;;
    dev) pins=requirements-dev.txt ;;
    *) echo "tools/setup.sh run|dev" >&2; exit 2 ;;
esac

LIBRARIES="libegl1 libgl1 libopengl0 libfontconfig1 libfreetype6 libdbus-1-3 libglib2.0-0 \
libxkbcommon0 libxkbcommon-x11-0 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 \
libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 \
libxcb-xfixes0 libxcb-xkb1 libx11-xcb1"

installed() {
    # Newer systems add t64 to the names of libraries whose time type grew.
    for candidate in "$1" "${1}t64"; do
        if dpkg-query -W -f='${Status}' "$candidate" 2>/dev/null | grep -q 'ok installed'; then
            return 0
        fi
    done
    return 1
}

has_chinese_font() {
    for font in fonts-noto-cjk fonts-wqy-microhei fonts-wqy-zenhei fonts-arphic-uming; do
        if installed "$font"; then return 0; fi
    done
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ]
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return 0
        fi
    done
    echo "需要 Python 3.11 或更高版本，请先安装（例如 apt-get install python3）。" >&2
    echo "Python 3.11 or newer is needed; install it first (for example: apt-get install python3)." >&2
    return 1
}

missing_packages() {
    for library in $LIBRARIES; do installed "$library" || printf '%s ' "$library"; done
    has_chinese_font || printf 'fonts-noto-cjk '
    "$python" -c 'import ensurepip, venv' 2>/dev/null || printf '%s ' "$venv_package"
}

install_packages() {
    packages=$1
    if [ "$(id -u)" = 0 ]; then
        echo "安装系统组件 installing: $packages"
        apt-get update -qq
        # shellcheck disable=SC2086  # a list of words
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
        return
    fi
    echo "缺少系统组件，请执行下面的命令后重试：" >&2
    echo "System packages are missing; run this and try again:" >&2
    echo "    sudo apt-get install $packages" >&2
    # Without its font Chinese is shown as boxes, yet all else works.
    [ "$packages" = "fonts-noto-cjk " ] || exit 1
}

python=$(find_python)
stamp=.venv/.hedui-$kind
want=$({ cat "$pins"; "$python" -V; } | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && [ -x .venv/bin/python ]; then exit 0; fi

venv_package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
if command -v dpkg-query >/dev/null 2>&1; then
    missing=$(missing_packages)
    [ -z "$missing" ] || install_packages "$missing"
else
    echo "不是 Debian/Ubuntu：请自行确认已装 Qt 6 所需的 xcb、EGL 库和一种中文字体。" >&2
    echo "Not Debian or Ubuntu: make sure Qt 6's xcb and EGL libraries and a Chinese font are there." >&2
fi
echo "准备 Python 环境 preparing .venv"
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$pins"
echo "$want" >"$stamp"

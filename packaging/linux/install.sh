#!/bin/sh
# Put Hedui into this user's menu and open .hedui files with it; needs no administrator.
#
#   ./install.sh            from the unpacked folder, which stays where it is
#   ./install.sh --remove   take both out again
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/hedui.desktop
kind=$data/mime/packages/hedui.xml
icon=$data/icons/hicolor/scalable/apps/hedui.svg

refresh() {
    # Without these tools the menu finds the files by itself, only later.
    if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$data/mime"; fi
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database -q "$data/applications"
    fi
}

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$kind" "$icon"
    refresh
    echo "已从菜单中移除。Removed from the menu."
    exit 0
fi

case $here in
    *[\"\`\$\\%\&\|]*)
        echo "文件夹名里有特殊字符，请换一个文件夹：$here" >&2
        echo "The folder's name has special characters; move it to another: $here" >&2
        exit 1 ;;
esac
mkdir -p "$(dirname "$entry")" "$(dirname "$kind")" "$(dirname "$icon")"
sed "s|^Exec=hedui|Exec=\"$here/hedui\"|" "$here/share/hedui.desktop" >"$entry"
cp "$here/share/hedui.xml" "$kind"
cp "$here/share/hedui.svg" "$icon"
refresh
echo "已加入菜单：核对。In the menu now: Hedui."

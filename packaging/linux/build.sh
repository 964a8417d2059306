#!/bin/sh
# Build the Linux packages into dist/: hedui-VERSION-linux-x64.tar.gz and hedui_VERSION_amd64.deb.
#
#   packaging/linux/build.sh       (or: make package)
#
# Has a virtual environment of its own (.venv-package), so that the developers' stays small.
set -eu
cd "$(dirname "$0")/../.."
venv=.venv-package
built=build/package/hedui
version=$(sed -n 's/^VERSION: Final = "\(.*\)"$/\1/p' core/version.py)
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct 2>/dev/null || date +%s)}"
export SOURCE_DATE_EPOCH

say() { echo "── $1"; }

need() {
    command -v "$1" >/dev/null 2>&1 && return
    echo "缺少 $1，请先安装：sudo apt-get install $2" >&2
    echo "$1 is missing; install it first: sudo apt-get install $2" >&2
    exit 1
}

prepare() {
    want=$(cat requirements.txt requirements-package.txt | cksum)
    [ "$(cat $venv/.hedui 2>/dev/null)" = "$want" ] && return
    say "准备打包环境 preparing $venv"
    [ -x $venv/bin/python ] || "${PYTHON:-python3}" -m venv $venv
    $venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r requirements.txt -r requirements-package.txt
    echo "$want" >$venv/.hedui
}

freeze() {
    say "打包程序 freezing $version"
    rm -rf build/package build/pyinstaller
    $venv/bin/python packaging/icons.py build/icons
    $venv/bin/pyinstaller --noconfirm --log-level ERROR --distpath build/package \
        --workpath build/pyinstaller packaging/hedui.spec
    # A Python built by hand keeps its debugging symbols; wheels come without.
    find $built/_internal -path '*/lib-dynload/*.so' -exec strip --strip-unneeded {} +
    strip --strip-unneeded $built/_internal/libpython3*
    find $built -xtype l -delete
    mkdir -p $built/share
    cp resources/icons/hedui.svg packaging/linux/hedui.desktop $built/share/
    cp packaging/linux/hedui.xml $built/share/
    cp LICENSE $built/
    $venv/bin/python packaging/third_party.py requirements.txt >$built/THIRD-PARTY.txt
    find $built -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

make_tar() {
    say "dist/hedui-$version-linux-x64.tar.gz"
    stage=build/tar/hedui-$version
    rm -rf build/tar && mkdir -p build/tar && cp -a $built $stage
    cp packaging/linux/install.sh $stage/
    cp packaging/使用说明.txt $stage/
    tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
        -C build/tar -cf - "hedui-$version" | gzip -9n >"dist/hedui-$version-linux-x64.tar.gz"
}

listed() { # the lines of a list of packages, joined by commas
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "packaging/linux/$1" | paste -sd, | sed 's/,/, /g'
}

lay_out_deb() {
    root=$1
    mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/applications" \
        "$root/usr/share/mime/packages" "$root/usr/share/doc/hedui" "$root/DEBIAN" \
        "$root/usr/share/icons/hicolor/scalable/apps"
    cp -a $built "$root/opt/hedui"
    ln -s /opt/hedui/hedui "$root/usr/bin/hedui"
    cp packaging/linux/hedui.desktop "$root/usr/share/applications/"
    cp packaging/linux/hedui.xml "$root/usr/share/mime/packages/"
    cp resources/icons/hedui.svg "$root/usr/share/icons/hicolor/scalable/apps/"
    for drawn in build/icons/*x*; do
        mkdir -p "$root/usr/share/icons/hicolor/$(basename "$drawn")/apps"
        cp "$drawn/hedui.png" "$root/usr/share/icons/hicolor/$(basename "$drawn")/apps/"
    done
    cat LICENSE $built/THIRD-PARTY.txt >"$root/usr/share/doc/hedui/copyright"
    gzip -9nc CHANGELOG.md >"$root/usr/share/doc/hedui/changelog.gz"
}

make_deb() {
    say "dist/hedui_${version}_amd64.deb"
    root=build/deb
    rm -rf $root
    lay_out_deb $root
    cat >$root/DEBIAN/control <<CONTROL
Package: hedui
Version: $version
Architecture: amd64
Maintainer: Hedui <hedui@localhost>
Section: text
Priority: optional
Installed-Size: $(du -sk --exclude=DEBIAN $root | cut -f1)
Depends: libc6 (>= $glibc), $(listed depends)
Recommends: $(listed recommends)
Description: offline checking of figures in Chinese government reports
 核对：离线核对政府报告中的指标和事项。左边是报告原文，旁边是从中提取的行，
 每一行都对着它的原文；一个键确认，一个键更正，每次核定立即存入本机的一个文件。
 .
 Shows a report beside the figures and commitments found in it, to confirm or correct
 each with one key. Uses no network.
CONTROL
    chmod -R u=rwX,go=rX $root
    dpkg-deb --root-owner-group -Zxz --build $root "dist/hedui_${version}_amd64.deb" >/dev/null
}

[ "$(uname -m)" = x86_64 ] || { echo "只能在 x86_64 上打包。Builds on x86_64 only." >&2; exit 1; }
need objdump binutils
need dpkg-deb dpkg
mkdir -p dist build
prepare
freeze
glibc=$($venv/bin/python packaging/glibc.py $built | sed -n 1p)
make_tar
make_deb
packaging/try.sh
say "完成 done"
echo "需要 glibc ≥ $glibc（由打包用的系统决定）needs glibc ≥ $glibc (given by the system it was built on)"
(cd dist && ls -l hedui*"$version"* && sha256sum hedui*"$version"* | tee SHA256SUMS)

#!/bin/sh
# Programs that are newer than this Debian, beside its own: tests/newer.sh FOLDER. Neovim 0.12 (native ghost text,
# vim.pack) and llama.cpp's server (`engine.url`), from Debian's unstable, signatures checked by apt. Nothing outside
# FOLDER is touched; FOLDER/bin/nvim and FOLDER/bin/llama-server bring their own C library. Needs amd64 and network.
set -eu

[ "$(dpkg --print-architecture)" = amd64 ] || { echo "these programs are fetched for amd64 only"; exit 1; }
into=$(mkdir -p "$1" && cd "$1" && pwd)
mirror=$(sed -n -E 's/^(URIs:|deb( \[[^]]*\])?) +(https?:[^ ]*debian)\/? *.*/\3/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)

state=$into/apt
mkdir -p "$state/lists/partial" "$state/archives/partial"
: > "$state/status" # nothing counts as installed, so everything that the programs need comes along
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror sid main" > "$state/sources.list"
fetch() {
    apt-get -qq -o Dir::State="$state" -o Dir::State::status="$state/status" -o Dir::Cache="$state" \
        -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Debug::NoLocking=1 \
        -o APT::Install-Recommends=false -o APT::Sandbox::User="$(id -un)" "$@"
}
fetch update
fetch -y --download-only install neovim llama.cpp-tools
for package in "$state"/archives/*.deb; do
    dpkg-deb -x "$package" "$into"
done

ln -s ../../../lib/nvim/parser "$into/usr/share/nvim/runtime/parser" # what runs is the loader, which has none beside it
libraries=$into/usr/lib/x86_64-linux-gnu
mkdir -p "$into/bin"
wrap() { # NAME LINE: FOLDER/bin/NAME runs FOLDER's program of that name after LINE
    printf '#!/bin/sh\n%s\nexec %s --library-path %s %s "$@"\n' "$2" "$libraries/ld-linux-x86-64.so.2" \
        "$libraries:$libraries/llama" "$into/usr/bin/$1" > "$into/bin/$1"
    chmod +x "$into/bin/$1"
}
wrap nvim "export VIMRUNTIME=$into/usr/share/nvim/runtime LUA_CPATH='$libraries/lua/5.1/?.so;;'"
for program in llama-server llama-bench; do # they look for their arithmetic beside what runs: the loader here
    wrap $program "export GGML_BACKEND_PATH=$libraries/ggml/backends0/libggml-cpu-haswell.so"
done
"$into/bin/nvim" --version | head -n 1
"$into/bin/llama-server" --version 2>&1 | head -n 1
rm -rf "$state"

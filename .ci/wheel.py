"""wheel.py TREE VERSION PLATFORM FOLDER: packs an installed tree as a Python wheel, so that pip and pipx can install it.

The wheel holds no Python: the tree goes into the environment's own folders, with the command in its bin.
The same tree gives the same bytes.
"""

import base64
import hashlib
import os
import pathlib
import sys
import time
import zipfile


def main(tree: pathlib.Path, version: str, platform: str, folder: pathlib.Path) -> None:
    tag = f"py3-none-{platform}"
    about = f"ecomap-{version}.dist-info"
    entries: list[tuple[str, bytes, int]] = []
    for path in sorted(tree.rglob("*")):
        if path.is_file():
            place = path.relative_to(tree).as_posix()
            entries.append((f"ecomap-{version}.data/data/{place}", path.read_bytes(), path.stat().st_mode & 0o777))
    readme = (tree / "share/doc/ecomap/README.md").read_text()
    metadata = (
        f"Metadata-Version: 2.1\nName: ecomap\nVersion: {version}\n"
        "Summary: Maps and figures of a partner ecosystem from its spreadsheet\n"
        f"Description-Content-Type: text/markdown\n\n{readme}"
    )
    wheel = f"Wheel-Version: 1.0\nGenerator: ecomap\nRoot-Is-Purelib: false\nTag: {tag}\n"
    entries += [(f"{about}/METADATA", metadata.encode(), 0o644), (f"{about}/WHEEL", wheel.encode(), 0o644)]
    record = "".join(f"{place},sha256={digest(data)},{len(data)}\n" for place, data, _ in entries)
    entries.append((f"{about}/RECORD", f"{record}{about}/RECORD,,\n".encode(), 0o644))

    moment = time.gmtime(max(int(os.environ["SOURCE_DATE_EPOCH"]), 315532800))[:6]
    with zipfile.ZipFile(folder / f"ecomap-{version}-{tag}.whl", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for place, data, mode in entries:
            entry = zipfile.ZipInfo(place, moment)
            entry.external_attr = (0o100000 | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)


def digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


main(pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4]))

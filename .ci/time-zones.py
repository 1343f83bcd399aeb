#!/usr/bin/env python3
"""Writes Sources/EcosystemModel/TimeZones/TimeZoneTable.swift from the time zone database of this machine (Debian: tzdata-legacy).

Run it when a new database is out, and commit the difference.
"""
import datetime
import pathlib
import textwrap
import zoneinfo

DATABASE = pathlib.Path("/usr/share/zoneinfo/tzdata.zi")
TARGET = pathlib.Path(__file__).parent.parent / "Sources/EcosystemModel/TimeZones/TimeZoneTable.swift"
YEARS = range(1990, 2038)


def names():
    """Every zone and link, without the placeholder for installers."""
    for line in DATABASE.read_text().splitlines():
        words = line.split(" ")
        if words[0] == "Z" and words[1] != "Factory":
            yield words[1]
        if words[0] == "L":
            yield words[2]


def minutes(zone, year, month):
    noon = datetime.datetime(year, month, 15, 12, tzinfo=datetime.timezone.utc)
    return int(noon.astimezone(zone).utcoffset().total_seconds() // 60)


def history(name):
    """The offsets of January and July, and each year from which they are others."""
    zone = zoneinfo.ZoneInfo(name)
    found, last = [], None
    for year in YEARS:
        offsets = f"{minutes(zone, year, 1)}/{minutes(zone, year, 7)}"
        if offsets != last:
            found.append(offsets if last is None else f"{year}={offsets}")
        last = offsets
    return " ".join(found)


groups = {}
for name in sorted(set(names())):
    groups.setdefault(history(name), []).append(name)
lines = []
for offsets, zones in sorted(groups.items(), key=lambda group: group[1]):
    lines += textwrap.wrap(f"{offsets} {' '.join(zones)}", 96, break_long_words=False, break_on_hyphens=False)
version = DATABASE.read_text().split("\n")[0].removeprefix("# version ")
TARGET.write_text(
    f"""/// The IANA time zone database, version {version}, written by `.ci/time-zones.py`.
///
/// Each group begins with the minutes east of UTC at noon on 15 January and 15 July, from 1990 on, then those of later years
/// where they change. The names of the zones follow, with the older names that the database keeps.
enum TimeZoneTable {{
  static let text = \"\"\"
"""
    + "".join(f"    {line}\n" for line in lines)
    + '    """\n}\n'
)

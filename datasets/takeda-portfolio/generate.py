#!/usr/bin/env python3
"""Writes the tables of this dataset: the portfolio of a research division, more than 200 alliances.

Same script, same bytes: the only source of chance is one seeded generator, of which only `random()` is used, because its
stream is the same in every version of Python. Run it in any directory; it writes beside itself.

    python3 generate.py
"""

import csv
import random
from pathlib import Path

SEED = 20150911
ACTIVE, ENDED = 208, 10
TAG = "illustrative"
HERE = Path(__file__).resolve().parent

COLUMNS = {
    "companies": "id name kind region time_zone tags area assumed",
    "functions": "id name company parent region time_zone work_hours tags assumed",
    "people": "id name company function title seniority manager time_zone capacity_hours kind tags assumed",
    "affiliations": "person company function share since until tags",
    "alliances": "id name companies kind stage area since until manager north_star value_usd tags region",
    "programs": "id name alliance stage lead since until tags",
    "committees": "id name kind alliance parent cadence hours prep_hours quorum decides approval_rate max_days chartered tags area assumed",
    "memberships": "person committee role company since until tags assumed",
    "relationships": "from to kind directed weight owner label since until tags",
    "handoffs": "from to what stage hours owner per_year channel tags",
    "conflicts": "a b reason cooling_off_days tags",
    "scores": "subject measure value date scale tags",
    "views": "name kind where focus steps group size colour layout title as_of",
}

AREAS = [  # id, name, weight, site, scientists
    ("onc", "Oncology", 30, "shonan", 22),
    ("cns", "Neuroscience", 20, "shonan", 18),
    ("gi", "Gastroenterology", 18, "sandiego", 16),
    ("cvm", "Cardiometabolic", 12, "shonan", 14),
    ("imm", "Immunology", 12, "sandiego", 12),
    ("vac", "Vaccines", 8, "boston", 10),
]
SITES = {
    "shonan": ("Japan", "Asia/Tokyo", "Shonan"),
    "sandiego": ("North America", "America/Los_Angeles", "San Diego"),
    "boston": ("North America", "America/New_York", "Boston"),
}
PLACES = [  # region, time zone, weight
    ("Japan", "Asia/Tokyo", 30),
    ("North America", "America/New_York", 22),
    ("North America", "America/Los_Angeles", 18),
    ("Europe", "Europe/London", 12),
    ("Europe", "Europe/Berlin", 13),
    ("Asia", "Asia/Singapore", 5),
]
KINDS = [  # kind, name pattern, weight, alliance kind
    ("university", "{} University", 38, "research"),
    ("institute", "{} Institute", 16, "research"),
    ("biotech", "{} Bio", 32, "co-development"),
    ("hospital", "{} Medical Center", 8, "clinical research"),
    ("CRO", "{} Discovery", 6, "service"),
]
TOPICS = ["Target finding", "Biomarker", "Antibody", "Screen", "Imaging", "Cell model", "Delivery", "Peptide", "Genomics", "Safety model"]
STAGES = [("sourcing", 8), ("due diligence", 8), ("contracting", 10), ("start-up", 24), ("development", 45), ("sunset", 5)]


class Chance:
    """The draws this script needs, each from `random()` alone."""

    def __init__(self, seed):
        self.stream = random.Random(seed).random

    def below(self, count):
        return int(self.stream() * count)

    def pick(self, items):
        return items[self.below(len(items))]

    def weighted(self, items, weight):
        left = self.stream() * sum(weight(item) for item in items)
        for item in items:
            left -= weight(item)
            if left < 0:
                return item
        return items[-1]


class Tables:
    def __init__(self):
        self.rows = {table: [] for table in COLUMNS}

    def add(self, table, **row):
        row = {key.rstrip("_"): value for key, value in row.items()}
        unknown = set(row) - set(COLUMNS[table].split())
        assert not unknown, (table, unknown)
        self.rows[table].append(row)
        return row

    def illustrative(self, table, **row):
        return self.add(table, tags=TAG, **row)

    def write(self, folder):
        for table, rows in self.rows.items():
            names = COLUMNS[table].split()
            with open(folder / f"{table}.csv", "w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(names)
                writer.writerows([row.get(name, "") for name in names] for row in rows)


def month(index):
    """The month so many months after January 2009, as 2009-01."""
    return f"{2009 + index // 12}-{1 + index % 12:02d}"


def partner_words(chance):
    """Invented words; any two of a length differ in two letters at least, so that none looks like a slip for another."""
    heads = "Ar Bel Cal Dor El Fen Gar Hal Il Jor Kel Lor Mar Nor Or Pel Quin Ros Sel Tal Ul Ver Wil Yar Zel".split()
    middles = "a e i o".split()
    tails = "brin dale fell garth holm lund mere moor nell rane sund thal vale wick wyn".split()
    seen = []

    def is_distinct(word):
        return all(len(word) != len(other) or sum(a != b for a, b in zip(word.lower(), other.lower())) > 1 for other in seen)

    while True:
        word = chance.pick(heads) + chance.pick(middles) + chance.pick(tails)
        if is_distinct(word):
            seen.append(word)
            yield word


def organisation(tables):
    """The company at the centre: its functions, its named people, its unit heads."""
    tables.add("companies", id="takeda", name="Takeda", kind="biopharma", region="Japan", time_zone="Asia/Tokyo",
               assumed="kind|time_zone|area")

    def function(id, name, parent="", site="shonan", **more):
        region, zone, _ = SITES[site]
        tables.add("functions", id=id, name=name, company="takeda", parent=parent, region=region, time_zone=zone,
                   work_hours="09:00-17:30", **({"tags": TAG} | more))

    stated = {"tags": "", "assumed": "region|time_zone|work_hours"}
    function("research", "Pharmaceutical Research", **stated)
    for id, name, _, site, _ in AREAS:
        function(f"ddu-{id}", f"{name} Discovery", "research", site, **(stated | {"assumed": "name|parent|region|time_zone|work_hours"} if id == "onc" else {}))
    function("gam", "Global Alliance Management", site="boston", **stated)
    function("coe", "Alliance Center of Excellence", "gam", "boston", **stated | {"assumed": "name|parent|region|time_zone|work_hours"})
    function("pmo", "Research Project Office", "research")
    function("dev", "Development")
    function("bd", "Business Development", site="boston")
    function("legal", "Legal", site="boston")

    def person(id, name, function, title, seniority, manager="", capacity=40, kind="seat", zone="Asia/Tokyo", **more):
        tables.add("people", id=id, name=name, company="takeda", function=function, title=title, seniority=seniority, manager=manager,
                   time_zone=zone, capacity_hours=capacity, kind=kind, **({"tags": TAG} | more))

    named = {"kind": "person", "tags": "", "assumed": "seniority|manager|time_zone|capacity_hours"}
    person("research-head", "Head of research", "research", "Head of research", 1, capacity=16)
    person("gam-head", "Head of alliance management", "gam", "Head of alliance management", 2, capacity=40, zone="America/New_York")
    person("hulick", "Gray Hulick", "gam", "Senior Director, Global Alliance Management", 3, "gam-head", 60, zone="America/New_York", **named)
    person("rohde", "Jenny Rohde", "gam", "Senior Director, Global Alliance Management", 3, "gam-head", 60, zone="America/New_York", **named)
    for number in range(1, 7):
        person(f"am-{number:02d}", f"Alliance manager {number:02d}", "gam", "Alliance manager", 3, "gam-head", 80, zone="America/New_York")
    for number in range(1, 19):
        person(f"pm-{number:02d}", f"Project manager {number:02d}", "pmo", "Project manager", 4, "research-head", 60)
    for id, name, _, site, size in AREAS:
        zone = SITES[site][1]
        person(f"{id}-head", f"{name} head", f"ddu-{id}", "Unit head", 2, "research-head", 24, zone=zone)
        if id == "onc":
            person("hashimoto", "Kentaro Hashimoto", "ddu-onc", "Associate Director, Oncology Drug Discovery", 3, "onc-head", 40, **named)
        for number in range(1, size + 1):
            person(f"{id}-{number:02d}", f"{name} scientist {number:02d}", f"ddu-{id}", "Scientist", 4, f"{id}-head", 12, zone=zone)


def partners(tables, chance):
    words = partner_words(chance)
    found = []
    for _ in range(176):
        kind, pattern, _, alliance_kind = chance.weighted(KINDS, lambda row: row[2])
        region, zone, _ = chance.weighted(PLACES, lambda row: row[2])
        word = next(words)
        id = word.lower()
        tables.illustrative("companies", id=id, name=pattern.format(word), kind=kind, region=region, time_zone=zone)
        tables.illustrative("functions", id=f"{id}-lab", name="Joint laboratory", company=id, region=region, time_zone=zone, work_hours="09:00-17:00")
        found.append((id, word, alliance_kind, region, zone))
    return found


def portfolio(tables, chance, companies):
    """The alliances with their programs, and who is investigator, project manager and alliance manager of each."""
    burden = {}

    def busy(person):  # who has some tends to get more
        return 1 + 1.6 * burden.get(person, 0)

    found = []
    for number in range(1, ACTIVE + ENDED + 1):
        area_id, area, _, _, size = chance.weighted(AREAS, lambda row: row[2])
        company, word, kind, region, _ = companies[number - 1] if number <= len(companies) else chance.pick(companies)
        ended = number > ACTIVE
        start = chance.below(60 if ended else 79)
        until = month(start + 6 + chance.below(80 - start - 6)) if ended else ""
        id = f"a{number:03d}"
        investigator = chance.weighted([f"{area_id}-{n:02d}" for n in range(1, size + 1)], busy)
        burden[investigator] = burden.get(investigator, 0) + 1
        draw = chance.stream()
        if draw < 0.42:  # investigator, project manager and alliance manager at once
            lead = manager = investigator
        elif draw < 0.72:  # two of the three
            lead, manager = f"pm-{1 + chance.below(18):02d}", investigator
        else:
            lead, manager = f"pm-{1 + chance.below(18):02d}", f"am-{1 + chance.below(6):02d}"
        stage = "sunset" if ended else chance.weighted(STAGES, lambda row: row[1])[0]
        value = [1, 2, 3, 5, 8, 12, 20, 40][int(chance.stream() ** 2 * 8)] * 1_000_000
        topic = chance.pick(TOPICS)
        since = month(start)
        tables.illustrative("alliances", id=id, name=f"{word} {area_id.upper()} {number:03d}", companies=f"takeda|{company}", kind=kind, stage=stage,
                            area=area, since=since, until=until, manager=manager, value_usd=value, region=region)
        tables.illustrative("programs", id=f"p{number:03d}", name=f"{topic} {number:03d}", alliance=id, stage=stage, lead=lead, since=since, until=until)
        tables.illustrative("relationships", from_=investigator, to=id, kind="investigates", directed="yes", weight=1 + chance.below(4), owner=manager,
                            label="all three roles" if lead == manager else "", since=since, until=until)
        tables.illustrative("relationships", from_=f"ddu-{area_id}", to=f"{company}-lab", kind="researches with", weight=1 + chance.below(6), owner=manager,
                            label=topic, since=since, until=until)
        found.append(dict(id=id, word=word, company=company, area=area_id, investigator=investigator, lead=lead, since=since, value=value, ended=ended))
    return found


def governance(tables, alliances):
    """A steering committee for the larger alliances, and a research team under it for the largest."""
    larger = sorted((row for row in alliances if not row["ended"] and row["since"] < "2015-03"), key=lambda row: (-row["value"], row["id"]))[:46]
    zones = {row["id"]: row["time_zone"] for row in tables.rows["companies"]}
    seen = set()
    for rank, row in enumerate(sorted(larger, key=lambda row: row["id"])):
        company, word, id = row["company"], row["word"], row["id"]
        if company not in seen:
            seen.add(company)
            for key, role, level in (("lead", "Lead", 2), ("sci", "Scientist", 3), ("am", "Alliance manager", 3)):
                tables.illustrative("people", id=f"{company}-{key}", name=f"{role}, {word}", company=company, function=f"{company}-lab", title=role,
                                    seniority=level, manager="" if key == "lead" else f"{company}-lead", time_zone=zones[company], capacity_hours=40, kind="seat")

        def committee(suffix, kind, parent, cadence, hours, chairs, members):
            key = f"{id}-{suffix}"
            tables.illustrative("committees", id=key, name=f"{kind} {word} {id[1:]}", kind=kind, alliance=id, parent=parent, cadence=cadence, hours=hours,
                                prep_hours=hours, quorum=2, decides="Research plan" if kind == "JSC" else "Experiments", approval_rate=0.9,
                                max_days=60 if kind == "JSC" else 30, chartered=row["since"],
                                area=dict(area[:2] for area in AREAS)[row["area"]])
            for role, people in (("co-chair", chairs), ("member", members)):
                for person in people:
                    tables.illustrative("memberships", person=person, committee=key, role=role, since=row["since"],
                                        company=company if person.startswith(f"{company}-") else "takeda")

        head = f"{row['area']}-head" if rank % 3 == 0 else row["investigator"]
        second = row["lead"] if row["lead"] != head else f"am-{1 + rank % 6:02d}"
        committee("jsc", "JSC", "", "quarterly", 2, [head, f"{company}-lead"], [second, f"{company}-am"])
        if rank % 2 == 0:
            bench = next(f"{row['area']}-{n:02d}" for n in range(1, 11) if f"{row['area']}-{n:02d}" != row["investigator"])
            committee("jrt", "JRT", f"{id}-jsc", "monthly", 1.5, [row["investigator"], f"{company}-sci"], [bench, f"{company}-am"])
    stated = {"assumed": "name|kind|cadence|hours|prep_hours|quorum|decides|approval_rate|max_days|chartered"}
    tables.add("committees", id="coe-steering", name="COE Steering Committee", kind="Steering", cadence="quarterly", hours=2, prep_hours=2, quorum=4,
               decides="Toolkits|Training", approval_rate=0.95, max_days=90, chartered="2013", **stated)
    tables.add("committees", id="coe-core", name="COE Core Team", kind="Core team", parent="coe-steering", cadence="monthly", hours=2, prep_hours=2, quorum=4,
               decides="Content of toolkits", approval_rate=0.9, max_days=30, chartered="2013", assumed=stated["assumed"].replace("kind|", "kind|parent|"))
    for committee, role, people in (("coe-steering", "chair", ["research-head"]), ("coe-steering", "member", [f"{id}-head" for id, *_ in AREAS]),
                                    ("coe-core", "chair", ["gam-head"]), ("coe-core", "member", ["am-01", "am-02", "pm-01"])):
        for person in people:
            tables.illustrative("memberships", person=person, committee=committee, role=role, company="takeda", since="2013")
    for person in ("hulick", "rohde", "hashimoto"):
        tables.add("memberships", person=person, committee="coe-core", role="member", company="takeda", since="2013", assumed="role|since")
    return sorted(larger, key=lambda row: row["id"])


def firewalls(tables, larger):
    """Competing alliances: two walls with people on both sides, one that a former member crossed, three with nobody on both sides.

    Scientists of one unit report to one head, so of these only the last, between two units, holds at one step's distance too.
    """
    areas = {id: name.lower() for id, name, *_ in AREAS}
    seats = {}
    for row in tables.rows["memberships"]:
        seats.setdefault(row["committee"][:4], set()).add(row["person"])
    heads = {f"{id}-head" for id, *_ in AREAS}
    pairs = [(a, b) for i, a in enumerate(larger) for b in larger[i + 1:] if a["area"] == b["area"] and a["company"] != b["company"]]
    shared = [p for p in pairs if (seats[p[0]["id"]] & seats[p[1]["id"]]) - heads]
    apart = [p for p in pairs if not seats[p[0]["id"]] & seats[p[1]["id"]]]
    boss = {row["id"]: row.get("manager") for row in tables.rows["people"]}

    def neighbours(id):
        circle = seats[id] | {boss[person] for person in seats[id] if boss[person]}
        return circle | {p for other, people in seats.items() if people & seats[id] for p in people}

    clear = [(a, b) for i, a in enumerate(larger) for b in larger[i + 1:] if a["area"] != b["area"] and not neighbours(a["id"]) & neighbours(b["id"])]
    chosen, used = [], set()
    for pool, count in ((shared, 2), (apart, 3), (clear, 1)):
        for pair in pool:
            names = {pair[0]["id"], pair[1]["id"]}
            if count and not names & used:
                chosen.append(pair)
                used |= names
                count -= 1
    for a, b in chosen:
        tables.illustrative("conflicts", a=a["id"], b=b["id"], cooling_off_days=180,
                            reason=f"Competing work in {areas[a['area']]}" if a["area"] == b["area"] else "Rival platforms")
    a, b = chosen[2]  # left one side three months before the other side's seat begins to count
    mover = next(f"{a['area']}-{n:02d}" for n in range(1, 11) if f"{a['area']}-{n:02d}" not in seats[a["id"]] | seats[b["id"]])
    tables.illustrative("memberships", person=mover, committee=f"{a['id']}-jsc", role="observer", company="takeda", since=a["since"], until="2015-05")
    tables.illustrative("memberships", person=mover, committee=f"{b['id']}-jsc", role="observer", company="takeda", since="2015-08")


def areas(tables):
    """Gives each company the areas it is active in, so that maps of companies can be filtered and coloured by them."""
    active = {}
    for row in tables.rows["alliances"]:
        for company in row["companies"].split("|"):
            active.setdefault(company, set()).add(row["area"])
    for row in tables.rows["companies"]:
        row["area"] = "|".join(name for _, name, *_ in AREAS if name in active[row["id"]])


def rest(tables, chance, alliances, larger):
    flow = [
        ("bd", "legal", "Term sheet", "contracting", 72, "am-01", 40), ("legal", "gam", "Signed agreement", "contracting", 24, "am-02", 40),
        ("gam", "coe", "Toolkit request", "start-up", 24, "am-03", 60), ("coe", "research", "Research alliance toolkit", "start-up", 24, "rohde", 60),
        ("research", "pmo", "Project brief", "start-up", 48, "pm-01", 40), ("pmo", "dev", "Candidate package", "development", 240, "pm-02", 6),
        ("dev", "bd", "Partner need", "sourcing", 80, "", 12), ("gam", "legal", "Renewal or exit", "sunset", 80, "am-04", 20),
    ]
    for id, name, *_ in AREAS:
        flow.append((f"ddu-{id}", "bd", "Scientific interest", "sourcing", 40, f"{id}-head", 12))
        flow.append(("gam", f"ddu-{id}", "Alliance handed to scientist", "start-up", 48, "" if id in ("imm", "vac") else "am-05", 30))
        flow.append((f"ddu-{id}", "pmo", "Candidate", "development", 120, f"{id}-head", 4))
    for row in larger[:12]:
        flow.append((f"{row['company']}-lab", f"ddu-{row['area']}", "Research data", "development", 24 + 8 * chance.below(12), row["investigator"], 24))
    for source, target, what, stage, hours, owner, yearly in flow:
        tables.illustrative("handoffs", from_=source, to=target, what=what, stage=stage, hours=hours, owner=owner, per_year=yearly, channel="portal")
    for row in larger[:5]:
        person = row["investigator"]
        if any(found["person"] == person for found in tables.rows["affiliations"]):
            continue
        tables.illustrative("affiliations", person=person, company="takeda", function=f"ddu-{row['area']}", share=0.8, since="2009")
        tables.illustrative("affiliations", person=person, company=row["company"], share=0.2, since=row["since"])
    tables.add("scores", subject="takeda", measure="research alliances, more than", value=200, date="2015-09", scale="count")
    tables.add("scores", subject="takeda", measure="pipeline share from partners, more than", value=0.5, date="2015-09", scale="0-1")
    tables.add("scores", subject="takeda", measure="annual revenue, as printed", value=1.778, date="2015-09", scale="JPY bn")
    for row in alliances:
        if not row["ended"] and row["since"] < "2015-01":
            tables.illustrative("scores", subject=row["id"], measure="alliance health", value=1 + round(4 * chance.stream() ** 0.6, 1), date="2015-06", scale="1-5")
    wall = tables.rows["conflicts"][0]["a"]
    views = [
        ("oncology", "ecosystem", "area=Oncology", "", "", "region", "", "kind", "", "Partners in oncology research, by region"),
        ("vaccines", "ecosystem", "area=Vaccines", "", "", "region", "", "kind", "", "Partners in vaccine research, by region"),
        ("cardiometabolic-boards", "governance", "area=Cardiometabolic", "", "", "", "", "kind", "dot", "Governance of the cardiometabolic alliances"),
        ("two-hats", "people", "area=Gastroenterology", "", "", "", "", "company", "", "Who sits on the gastroenterology committees"),
        ("excellence", "focus", "", "coe-core", 1, "", "", "company", "", "The center of excellence and whom it reaches"),
        ("wall", "focus", "", wall, 1, "", "", "company", "", "Around a firewall: one side of a competing pair"),
    ]
    for view in views:
        tables.add("views", **dict(zip(COLUMNS["views"].split(), view)), as_of="2015-09-11")


def main():
    tables, chance = Tables(), Chance(SEED)
    organisation(tables)
    companies = partners(tables, chance)
    alliances = portfolio(tables, chance, companies)
    larger = governance(tables, alliances)
    firewalls(tables, larger)
    areas(tables)
    rest(tables, chance, alliances, larger)
    tables.write(HERE)


if __name__ == "__main__":
    main()

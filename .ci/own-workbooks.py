#!/usr/bin/env python3
"""Workbooks as people keep them, each with the truth beside it: how much of it does `ecomap import` find without a flag?

    .ci/own-workbooks.py ECOMAP [--keep FOLDER] [--seeds N] [--only HABIT] [--verbose]          (openpyxl)

Each habit of keeping a workbook is filled with a made-up ecosystem, and read as it is, with its rows shuffled, with its sheets
called Sheet1, Sheet2 …, and with its headers in another language. Entities and links that are found, and cells that say what
they should, are counted: recall is the share of the truth that is found, precision the share of what is found that is true.
Cells used, left out with a reason and asked about must be all cells that show something.
"""

import argparse
import datetime
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

import openpyxl
from openpyxl.styles import Font, PatternFill

# What a run may lack at most.
RECALL, PRECISION, CELLS = 0.98, 0.98, 0.97

COMPANIES = """Corvane Pharma|Meridia Therapeutics|Halden Biologics AG|Ostrava Labs|Kitano Devices KK|Solvane GmbH|Pinecrest Health
Arbel Genomics Ltd|Vireo|Tessaly Oncology|Lumen & Hart|Quantara Inc.|Belmora S.A.|Nordvik AS|Ferrand et Fils|Zephyr Diagnostics
Altamar S.L.|Brightwater University Hospital|CRO Partners International|Dunmore Logistics""".replace("\n", "|").split("|")
FIRST = """Anna Björn Chloé Daniel Elif Fatima George Hiroshi Ingrid Jorge Katarzyna Liam Mei Nikolai Olivia Priya Quentin Rosa Sven
Tomoko Ulrike Víctor Wei Xavier Yusuf Zoë Amara Bruno Carmen Dmitri""".split()
LAST = """Albrecht|Bianchi|Carvalho|Dubois|Eriksson|Fischer|García López|Hoffmann|Ito|Jansen|Kowalski|Lindqvist|Müller|Nakamura
O'Neill|Petrov|Rossi|Schmidt|Tanaka|Unger|van der Berg|Weber|Yamada|Ziegler|Adeyemi|Baptiste|Chen|Demir|Novak|Singh""".replace("\n", "|").split("|")
PROJECTS = "Aurora Boreas Cascade Delphi Elara Fjord Galileo Horizon Icarus Juno".split()
DEPARTMENTS = {
    "en": "Clinical Operations|Regulatory Affairs|Legal|Finance|Medical Affairs|Commercial|Supply Chain|Quality Assurance",
    "de": "Klinische Entwicklung|Zulassung|Recht|Finanzen|Medizin|Vertrieb|Logistik|Qualitätssicherung",
    "fr": "Opérations cliniques|Affaires réglementaires|Juridique|Finances|Affaires médicales|Commercial|Logistique|Qualité",
    "es": "Operaciones clínicas|Asuntos regulatorios|Legal|Finanzas|Asuntos médicos|Comercial|Logística|Calidad",
}
TITLES = ["VP Alliances", "Director", "Senior Manager", "Head of Development", "Project Lead", "Counsel", "Analyst", "CFO"]
KINDS = ["Pharma", "Biotech", "CRO", "Device maker", "University"]
REGIONS = ["Germany", "US", "Japan", "France", "Spain", "UK"]
STAGES = ["Research", "Phase 1", "Phase 2", "Phase 3", "Launch"]
CADENCES = ["monthly", "quarterly", "weekly", "biweekly"]

HEADERS = {
    "company": ["Company", "Firma", "Société", "Empresa"],
    "partner": ["Partner", "Partner", "Partenaire", "Socio"],
    "industry": ["Type of company", "Art des Unternehmens", "Type de société", "Tipo de empresa"],
    "country": ["Country", "Land", "Pays", "País"],
    "name": ["Name", "Name", "Nom complet", "Nombre completo"],
    "first": ["First Name", "Vorname", "Prénom", "Nombre"],
    "last": ["Last Name", "Nachname", "Nom", "Apellidos"],
    "title": ["Job Title", "Position", "Poste", "Puesto"],
    "department": ["Department", "Abteilung", "Service", "Departamento"],
    "manager": ["Line Manager", "Vorgesetzter", "Supérieur hiérarchique", "Superior directo"],
    "email": ["E-mail", "E-Mail", "Courriel", "Correo electrónico"],
    "phone": ["Phone", "Telefon", "Téléphone", "Teléfono"],
    "committee": ["Committee", "Gremium", "Comité", "Comité"],
    "kind": ["Committee type", "Art des Gremiums", "Type de comité", "Tipo de comité"],
    "role": ["Role", "Rolle", "Rôle", "Rol"],
    "member": ["Member", "Mitglied", "Membre", "Miembro"],
    "since": ["Member since", "Mitglied seit", "Membre depuis", "Miembro desde"],
    "alliance": ["Alliance", "Allianz", "Alliance", "Alianza"],
    "partners": ["Partners", "Partner", "Partenaires", "Socios"],
    "lead": ["Alliance Manager", "Allianzmanager", "Responsable de l'alliance", "Responsable de la alianza"],
    "signed": ["Signature date", "Unterzeichnet am", "Date de signature", "Fecha de firma"],
    "stage": ["Phase", "Phase", "Phase", "Fase"],
    "cadence": ["Meeting frequency", "Sitzungsrhythmus", "Fréquence des réunions", "Frecuencia de reuniones"],
    "comment": ["Comments", "Bemerkungen", "Commentaires", "Comentarios"],
    "chair": ["Chair", "Vorsitz", "Président", "Presidente"],
    "supplier": ["Supplier", "Lieferant", "Fournisseur", "Proveedor"],
    "customer": ["Customer", "Kunde", "Client", "Cliente"],
    "what": ["Deliverable", "Ergebnis", "Livrable", "Entregable"],
    "giver": ["From department", "Von Abteilung", "Du service", "Del departamento"],
    "taker": ["To department", "An Abteilung", "Au service", "Al departamento"],
    "hours": ["Lead time (hours)", "Durchlaufzeit (Stunden)", "Délai (heures)", "Plazo (horas)"],
}
ROLES = {
    "en": {"chair": ["Chair", "Chairperson"], "co-chair": ["Co-Chair"], "member": ["Member", "Secretary"], "observer": ["Guest", "Observer"]},
    "de": {"chair": ["Vorsitz", "Vorsitzende/r"], "co-chair": ["Co-Vorsitz"], "member": ["Mitglied", "Protokoll"], "observer": ["Gast", "Beobachter"]},
    "fr": {"chair": ["Président", "Présidente"], "co-chair": ["Coprésident"], "member": ["Membre", "Secrétaire"], "observer": ["Invité", "Observateur"]},
    "es": {"chair": ["Presidente", "Presidenta"], "co-chair": ["Copresidente"], "member": ["Miembro", "Secretaria"], "observer": ["Invitado", "Observador"]},
}
LANGUAGES = ["en", "de", "fr", "es"]


class World:
    """A made-up ecosystem, and how a workbook of it is to be written."""

    def __init__(self, seed, language="en", shuffled=False, renamed=False):
        self.random = random.Random(seed)
        self.language, self.shuffled, self.renamed = language, shuffled, renamed
        self.book = openpyxl.Workbook()
        self.book.remove(self.book.active)
        self.truth = {}
        pick = self.random.sample
        self.companies = pick(COMPANIES, 9)
        first, last = pick(FIRST, 26), pick(LAST, 26)
        self.departments = DEPARTMENTS[language].split("|")
        self.people = [
            {
                "first": a, "last": b, "name": f"{a} {b}", "company": self.companies[number % 6],
                "title": self.random.choice(TITLES), "function": self.random.choice(self.departments),
            }
            for number, (a, b) in enumerate(zip(first, last))
        ]
        self.alliances = [
            {
                "name": project, "companies": self.companies[number : number + (3 if number % 3 == 2 else 2)],
                "stage": self.random.choice(STAGES), "manager": self.random.choice(self.people)["name"],
                "signed": datetime.date(2015 + self.random.randrange(10), self.random.randrange(1, 13), self.random.randrange(13, 29)),
                "value": self.random.randrange(2, 90) * 10,
            }
            for number, project in enumerate(pick(PROJECTS, 5))
        ]
        self.committees, self.seats = [], []
        for alliance in self.alliances:
            members = [p for p in self.people if p["company"] in alliance["companies"]]
            for kind in ("JSC", "JDC"):
                committee = {
                    "name": f"{alliance['name']} {kind}", "kind": kind, "alliance": alliance["name"],
                    "cadence": self.random.choice(CADENCES),
                }
                self.committees.append(committee)
                sitting = pick(members, min(len(members), 4 + self.random.randrange(2)))
                roles = ["chair"] + ["member"] * (len(sitting) - 2) + ["observer"]
                if kind == "JSC":
                    roles[0] = roles[1] = "co-chair"
                for person, role in zip(sitting, roles):
                    self.seats.append({
                        "person": person["name"], "committee": committee["name"], "role": role, "company": person["company"],
                        "since": datetime.date(2020 + self.random.randrange(5), self.random.randrange(1, 13), self.random.randrange(13, 29)),
                    })

    # What is written.

    def head(self, *concepts):
        return [HEADERS[concept][LANGUAGES.index(self.language)] for concept in concepts]

    def role(self, role):
        return self.random.choice(ROLES[self.language][role])

    def sheet(self, name, *rows):
        title = f"Sheet{len(self.book.worksheets) + 1}" if self.renamed else name
        sheet = self.book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        return sheet

    def mixed(self, rows):
        rows = list(rows)
        if self.shuffled:
            self.random.shuffle(rows)
        return rows

    # What is true.

    def add(self, table, key, **cells):
        row = self.truth.setdefault(table, {}).setdefault(key, {})
        row.update({name: cell for name, cell in cells.items() if cell is not None})

    def add_people(self, *columns, people=None):
        for person in self.people if people is None else people:
            self.add("people", person["name"], **{column: person.get(column) for column in columns})

    def add_seats(self, *columns, seats=None):
        for seat in self.seats if seats is None else seats:
            self.add("memberships", (seat["person"], seat["committee"]), **{column: seat[column] for column in columns})

    def add_committees(self, *columns):
        for committee in self.committees:
            self.add("committees", committee["name"], **{column: committee[column] for column in columns})

    def add_companies(self, names=None, **cells):
        for name in self.companies if names is None else names:
            self.add("companies", name, **cells)

    def sitting(self, committee, role=None):
        return [s for s in self.seats if s["committee"] == committee["name"] and (role is None or s["role"] == role)]


def people_list(w, name, manager=False):
    columns = ["name", "company", "department", "title"] + (["manager"] if manager else []) + ["email", "comment"]
    bosses = w.people[:4]
    rows = []
    for number, person in enumerate(w.people):
        boss = bosses[number % 4]["name"] if number >= 4 else None
        person["manager"] = boss
        mail = f"{person['first'].lower()}@example.org"
        rows.append([person["name"], person["company"], person["function"], person["title"]] + ([boss] if manager else []) + [mail, "on leave" if number % 9 == 0 else None])
    w.sheet(name, w.head(*columns), *w.mixed(rows))
    w.add_people("company", "function", "title", *(["manager"] if manager else []))


# Habits ----------------------------------------------------------------------------------------------------------------


def lists(w):
    """A list on each sheet: partners, contacts, committees, seats; dates as text."""
    rows = []
    for name in w.companies:
        kind, country = w.random.choice(KINDS), w.random.choice(REGIONS)
        rows.append([name, kind, country])
        w.add("companies", name, kind=kind, region=country)
    w.sheet("Companies", w.head("company", "industry", "country"), *w.mixed(rows))
    people_list(w, "Contacts", manager=True)
    w.sheet(
        "Committees", w.head("committee", "kind", "alliance", "cadence"),
        *w.mixed([c["name"], c["kind"], c["alliance"], c["cadence"]] for c in w.committees))
    w.add_committees("kind", "alliance", "cadence")
    w.sheet(
        "Seats", w.head("committee", "member", "role", "since"),
        *w.mixed([s["committee"], s["person"], w.role(s["role"]), s["since"].strftime("%d.%m.%Y")] for s in w.seats))
    w.add_seats("role", "since")
    for a in w.alliances:
        w.add("alliances", a["name"])


def tracker(w):
    """One wide row for each alliance under two rows of headers, with a merged title, a total and a key of the colours."""
    sheet = w.sheet("Portfolio", ["Alliance portfolio – steering view"], ["Status: 30 June 2025", None, None, "confidential"], [])
    sheet.merge_cells("A1:H1")
    sheet["A1"].font = Font(bold=True, size=16)
    chair, member = {"en": ("chair", "members"), "de": ("Vorsitz", "Mitglieder"), "fr": ("président", "membres"), "es": ("presidente", "miembros")}[w.language]
    value = {"en": "Deal value (USD m)", "de": "Vertragswert (Mio. USD)", "fr": "Valeur (M USD)", "es": "Valor (M USD)"}[w.language]
    sheet.append(w.head("alliance", "partners", "lead", "signed", "stage") + [value, f"JSC {chair}", f"JSC {member}", f"JDC {chair}", f"JDC {member}", "RAG"])
    for a in w.mixed(w.alliances):
        jsc, jdc = [c for c in w.committees if c["alliance"] == a["name"]]
        cells = [a["name"], " / ".join(a["companies"]), a["manager"], a["signed"], a["stage"], a["value"]]
        for committee in (jsc, jdc):
            heads = [s["person"] for s in w.sitting(committee) if s["role"] in ("chair", "co-chair")]
            others = [s["person"] for s in w.sitting(committee) if s["role"] not in ("chair", "co-chair")]
            cells += ["; ".join(heads), "; ".join(others)]
            for seat in w.sitting(committee):
                role = "chair" if seat["person"] in heads else "member"
                w.add("memberships", (seat["person"], committee["name"]), **({} if len(heads) > 1 and role == "chair" else {"role": role}))
                w.add("people", seat["person"])
            w.add("committees", committee["name"], alliance=a["name"], kind=committee["kind"])
        sheet.append(cells + [w.random.choice("GAR")])
        sheet.cell(sheet.max_row, 11).fill = PatternFill("solid", fgColor="92D050")
        w.add("alliances", a["name"], companies=frozenset(a["companies"]), manager=a["manager"], stage=a["stage"], value_usd=a["value"] * 1e6)
        w.add_companies(a["companies"])
        w.add("people", a["manager"])
    sheet.append(["Total", None, None, None, None, sum(a["value"] for a in w.alliances)])
    w.sheet("Legend", ["G", "on track"], ["A", "at risk"], ["R", "blocked"])


def two_headers(w):
    """A row for each alliance; above Chair and Members stands which committee they are of, here in merged cells, there not."""
    merged = w.random.random() < 0.5
    chair, member = {"en": ("Chair", "Members"), "de": ("Vorsitz", "Mitglieder"), "fr": ("Président", "Membres"), "es": ("Presidente", "Miembros")}[w.language]
    sheet = w.sheet("Alliances", [None] * 3 + ["JSC", None, "JDC", None], w.head("alliance", "partners", "stage") + [chair, member] * 2)
    if merged:
        sheet.merge_cells("D1:E1")
        sheet.merge_cells("F1:G1")
    for a in w.mixed(w.alliances):
        cells = [a["name"], " + ".join(a["companies"]) if len(a["companies"]) == 2 else "\n".join(a["companies"]), a["stage"]]
        for committee in (c for c in w.committees if c["alliance"] == a["name"]):
            people = [s["person"] for s in w.sitting(committee)]
            cells += [people[0], "\n".join(people[1:])]
            for place, person in enumerate(people):
                w.add("memberships", (person, committee["name"]), role="member" if place else "chair")
                w.add("people", person)
            w.add("committees", committee["name"], alliance=a["name"])
        sheet.append(cells)
        w.add("alliances", a["name"], companies=frozenset(a["companies"]), stage=a["stage"])
        w.add_companies(a["companies"])


def blocks(w):
    """A sheet of blocks: the name of a committee, then headers, then who sits on it; two blank rows between."""
    sheet = w.sheet("Governance", ["Governance bodies and their members"], [])
    for committee in w.mixed(w.committees):
        sheet.append([committee["name"]])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=3)
        sheet.append(w.head("member", "company", "role"))
        for seat in w.mixed(w.sitting(committee)):
            sheet.append([seat["person"], seat["company"], w.role(seat["role"])])
        sheet.append([])
        sheet.append([])
    w.add_committees()
    w.add_seats("role")
    seated = {s["person"] for s in w.seats}
    w.add_people("company", people=[p for p in w.people if p["name"] in seated])
    w.add_companies(sorted({s["company"] for s in w.seats}))


def forms(w):
    """A sheet for each alliance, filled in like a form: what it is, then its bodies and who sits on them."""
    labels = w.head("alliance", "partners", "lead", "signed", "stage")
    for a in w.mixed(w.alliances):
        sheet = w.sheet(
            a["name"], [labels[0], a["name"]], [labels[1], ", ".join(a["companies"])], [labels[2], a["manager"]],
            [labels[3], a["signed"]], [labels[4], a["stage"]], [])
        for committee in (c for c in w.committees if c["alliance"] == a["name"]):
            sheet.append([committee["name"]])
            sheet.append(w.head("member", "company", "role"))
            for seat in w.mixed(w.sitting(committee)):
                sheet.append([seat["person"], seat["company"], w.role(seat["role"])])
            sheet.append([])
        w.add("alliances", a["name"], companies=frozenset(a["companies"]), manager=a["manager"], stage=a["stage"])
    w.add_committees()
    w.add_seats("role")
    seated = {s["person"] for s in w.seats}
    w.add_people("company", people=[p for p in w.people if p["name"] in seated])
    w.add_companies(sorted({name for a in w.alliances for name in a["companies"]} | {s["company"] for s in w.seats}))


def matrix(w):
    """People down, committees across, letters in the cells; their companies in the second column, a key below."""
    sheet = w.sheet("Who sits where", ["C = chair, M = member, O = observer"], [])
    committees = w.mixed(w.committees)
    sheet.append(w.head("name", "company") + [c["name"] for c in committees])
    letter = {"chair": "C", "co-chair": "C", "member": "M", "observer": "O"}
    for person in w.mixed(w.people):
        seats = {s["committee"]: s["role"] for s in w.seats if s["person"] == person["name"]}
        sheet.append([person["name"], person["company"]] + [letter[seats[c["name"]]] if c["name"] in seats else None for c in committees])
    w.add_people("company")
    w.add_committees()
    for seat in w.seats:
        w.add("memberships", (seat["person"], seat["committee"]), role="chair" if seat["role"] == "co-chair" else seat["role"])
    w.add_companies(sorted({p["company"] for p in w.people}))


def turned_matrix(w):
    """Committees down, people across under their companies in merged cells, an X for a seat."""
    people = sorted(w.people, key=lambda p: p["company"])
    sheet = w.sheet("Bodies", [None] + [p["company"] for p in people], w.head("committee") + [p["name"] for p in people])
    start = 0
    for place in range(1, len(people) + 1):
        if place == len(people) or people[place]["company"] != people[start]["company"]:
            if place - start > 1:
                sheet.merge_cells(start_row=1, end_row=1, start_column=start + 2, end_column=place + 1)
            start = place
    for committee in w.mixed(w.committees):
        sitting = {s["person"] for s in w.sitting(committee)}
        sheet.append([committee["name"]] + ["X" if p["name"] in sitting else None for p in people])
    w.add_people("company")
    w.add_companies(sorted({p["company"] for p in w.people}))
    w.add_committees()
    w.add_seats()


def org_chart(w):
    """An export of a personnel system: numbers of people and of their managers, names as Last, First."""
    labels = {
        "en": ["Employee ID", "Employee Name", "Legal Entity", "Department", "Job Title", "Manager ID", "Location", "Hire Date"],
        "de": ["Personalnummer", "Mitarbeiter", "Gesellschaft", "Abteilung", "Position", "Vorgesetzten-ID", "Standort", "Eintrittsdatum"],
        "fr": ["Matricule", "Nom et prénom", "Société", "Service", "Poste", "Matricule du responsable", "Site", "Date d'embauche"],
        "es": ["ID de empleado", "Apellidos, Nombre", "Empresa", "Departamento", "Puesto", "ID del responsable", "Ubicación", "Fecha de contratación"],
    }[w.language]
    numbers = {p["name"]: f"{number:06d}" for number, p in enumerate(w.people, 1041)}
    rows = []
    for place, person in enumerate(w.people):
        boss = w.people[(place - 1) // 3] if place else None
        rows.append([
            numbers[person["name"]], f"{person['last']}, {person['first']}", person["company"], person["function"], person["title"],
            numbers[boss["name"]] if boss else None, w.random.choice(["Basel", "Boston", "Osaka"]), datetime.date(2012, 5, 1 + place)])
        w.add("people", person["name"], company=person["company"], function=person["function"], title=person["title"], manager=boss and boss["name"])
    w.sheet("Export", labels, *w.mixed(rows))
    w.add_companies(sorted({p["company"] for p in w.people}))


def german(w):
    """German lists with their dates, decimal commas and millions, whatever the language of the headers."""
    sheet = w.sheet("Kooperationen", ["Übersicht der Kooperationen"], ["Stand: 30.09.2025"], [])
    sheet.append(w.head("alliance", "partners", "signed", "stage", "lead") + ["Volumen (Mio. USD)"])
    for a in w.mixed(w.alliances):
        sheet.append([a["name"], "; ".join(a["companies"]), a["signed"].strftime("%d.%m.%Y"), a["stage"], a["manager"], f"{a['value']},5"])
        w.add("alliances", a["name"], companies=frozenset(a["companies"]), stage=a["stage"], manager=a["manager"], value_usd=(a["value"] + 0.5) * 1e6)
    sheet.append(["Summe", None, None, None, None, f"{sum(a['value'] for a in w.alliances)},5"])
    german, w.language, language = w.language, "de", w.language
    rows, last = [], None
    for committee in w.committees:
        for seat in w.sitting(committee):
            rows.append([committee["name"] if committee["name"] != last else None, seat["person"], w.role(seat["role"]), seat["since"].strftime("%d.%m.%Y")])
            last = committee["name"]
    w.language = language
    w.sheet("Besetzung", w.head("committee", "member", "role", "since"), *rows)
    w.add_committees()
    w.add_seats("role", "since")
    people_list(w, "Ansprechpartner")
    w.add_companies(sorted({name for a in w.alliances for name in a["companies"]} | {p["company"] for p in w.people}))


def crm(w):
    """Accounts and contacts as a CRM exports them, with its ids of eighteen characters."""
    labels = {
        "en": (["Account ID", "Account Name", "Industry", "Billing Country", "Account Owner", "Created Date"], ["Contact ID", "First Name", "Last Name", "Account ID", "Title", "Department", "Email", "Reports To ID"]),
        "de": (["Account-ID", "Accountname", "Branche", "Rechnungsland", "Account-Inhaber", "Erstellt am"], ["Kontakt-ID", "Vorname", "Nachname", "Account-ID", "Titel", "Abteilung", "E-Mail", "Vorgesetzter (ID)"]),
        "fr": (["ID du compte", "Nom du compte", "Secteur d'activité", "Pays de facturation", "Propriétaire du compte", "Date de création"], ["ID du contact", "Prénom", "Nom", "ID du compte", "Titre", "Service", "E-mail", "ID du responsable"]),
        "es": (["ID de cuenta", "Nombre de la cuenta", "Sector", "País de facturación", "Propietario de la cuenta", "Fecha de creación"], ["ID de contacto", "Nombre", "Apellidos", "ID de cuenta", "Cargo", "Departamento", "Correo electrónico", "ID del superior"]),
    }[w.language]
    ids = {name: f"0013X00002{w.random.randrange(10**7, 10**8)}" for name in w.companies + [p["name"] for p in w.people]}
    owner = w.people[0]["name"]
    rows = []
    for name in w.companies:
        kind, country = w.random.choice(KINDS), w.random.choice(REGIONS)
        rows.append([ids[name], name, kind, country, owner, datetime.datetime(2021, 3, 14, 9, 26)])
        w.add("companies", name, kind=kind, region=country)
    w.sheet("Accounts", labels[0], *w.mixed(rows))
    rows = []
    for place, p in enumerate(w.people):
        boss = w.people[place % 3] if place >= 3 else None
        rows.append([ids[p["name"]], p["first"], p["last"], ids[p["company"]], p["title"], p["function"], f"{p['first']}@example.org".lower(), boss and ids[boss["name"]]])
        w.add("people", p["name"], company=p["company"], title=p["title"], function=p["function"], manager=boss and boss["name"])
    w.sheet("Contacts", labels[1], *w.mixed(rows))


def seats_in_columns(w):
    """A row for each committee, with a column for each seat: chair, secretary, member 1, member 2 …"""
    words = {"en": ("Chair", "Member"), "de": ("Vorsitz", "Mitglied"), "fr": ("Président", "Membre"), "es": ("Presidente", "Miembro")}[w.language]
    sheet = w.sheet("Committee roster", w.head("committee", "alliance", "cadence") + [words[0]] + [f"{words[1]} {n}" for n in range(1, 5)])
    for committee in w.mixed(w.committees):
        people = [s["person"] for s in w.sitting(committee)]
        sheet.append([committee["name"], committee["alliance"], committee["cadence"]] + people)
        for place, person in enumerate(people):
            w.add("memberships", (person, committee["name"]), role="member" if place else "chair")
            w.add("people", person)
        w.add("alliances", committee["alliance"])
    w.add_committees("alliance", "cadence")


def seats_in_contacts(w):
    """A list of contacts whose last column names their committees, with the role in parentheses."""
    label = {"en": "Committees", "de": "Gremien", "fr": "Comités", "es": "Comités"}[w.language]
    word = {"en": "Chair", "de": "Vorsitz", "fr": "Président", "es": "Presidente"}[w.language]
    rows = []
    for person in w.people:
        seats = [s for s in w.seats if s["person"] == person["name"]]
        names = [s["committee"] + (f" ({word})" if s["role"] in ("chair", "co-chair") else "") for s in seats]
        rows.append([person["last"], person["first"], person["company"], person["title"], "; ".join(names) or None])
        for seat in seats:
            w.add("memberships", (person["name"], seat["committee"]), role="chair" if seat["role"] in ("chair", "co-chair") else "member")
    w.sheet("People", w.head("last", "first", "company", "title") + [label], *w.mixed(rows))
    w.add_people("company", "title")
    w.add_committees()
    w.add_companies(sorted({p["company"] for p in w.people}))


def suppliers(w):
    """Who supplies whom with what for how much, with a subtotal after each supplier and a grand total."""
    spend = {"en": "Annual spend (k USD)", "de": "Jahresvolumen (Tsd. USD)", "fr": "Volume annuel (k USD)", "es": "Gasto anual (k USD)"}[w.language]
    product = {"en": "Product", "de": "Produkt", "fr": "Produit", "es": "Producto"}[w.language]
    sheet = w.sheet("Supply", ["Supply relationships FY2025"], w.head("supplier", "customer") + [product, spend] + w.head("comment"))
    total = 0
    for supplier in w.companies[:6]:
        part = 0
        for customer in w.random.sample([c for c in w.companies if c != supplier], 3):
            amount = w.random.randrange(5, 900)
            part += amount
            sheet.append([supplier, customer, w.random.choice(["API", "vials", "software", "packaging"]), amount, None])
            w.add("relationships", (supplier, customer))
        sheet.append(["Subtotal" if w.language == "en" else "Zwischensumme" if w.language == "de" else "Sous-total" if w.language == "fr" else "Subtotal", None, None, part])
        total += part
    sheet.append(["Grand total" if w.language == "en" else "Gesamtsumme" if w.language == "de" else "Total général" if w.language == "fr" else "Total general", None, None, total])
    w.add_companies(sorted({end for pair in w.truth["relationships"] for end in pair}))


def event_log(w):
    """A log of cases: number, activity, who did it, when it was finished."""
    labels = {
        "en": ["Case ID", "Activity", "Performed by", "Completed at"], "de": ["Vorgang", "Aktivität", "Bearbeiter", "Abgeschlossen am"],
        "fr": ["N° de dossier", "Activité", "Traité par", "Terminé le"], "es": ["ID de caso", "Actividad", "Realizado por", "Finalizado el"],
    }[w.language]
    steps = ["Draft contract", "Legal review", "Budget check", "Signature"]
    team = [p["name"] for p in w.people[:5]]
    rows, pairs = [], set()
    for case in range(1, 9):
        when = datetime.datetime(2024, 1, case, 8, 0)
        before = None
        for step in steps:
            who = w.random.choice(team)
            when += datetime.timedelta(hours=w.random.randrange(4, 60))
            rows.append([f"C-{case:03d}", step, who, when])
            if before not in (None, who):
                pairs.add((before, who))
            before = who
    w.sheet("Log", labels, *w.mixed(rows))
    for pair in pairs:
        w.add("handoffs", pair)
    for name in {row[2] for row in rows}:
        w.add("people", name)


def raci(w):
    """Tasks down, departments across: the consulted hand to the responsible, and these to the accountable and the informed."""
    departments = w.random.sample(w.departments, 5)
    task = {"en": "Task", "de": "Aufgabe", "fr": "Tâche", "es": "Tarea"}[w.language]
    sheet = w.sheet("RACI", ["R = responsible, A = accountable, C = consulted, I = informed"], [], [task] + departments)
    for name in ["Protocol", "Budget", "Contract template", "Safety report", "Import test", "Deviation"]:
        places = w.random.sample(range(5), 4)
        cells = [None] * 5
        for place, letter in zip(places, "RACI"):
            cells[place] = letter
        sheet.append([name] + cells)
        r, a, c, i = (departments[place] for place in places)
        for pair in ((c, r), (r, a), (r, i)):
            w.add("handoffs", (*pair, name))
    for department in departments:
        w.add("functions", department)


def handoffs(w):
    """Handoffs between departments of two companies, with lead times in words and figures."""
    ours, theirs = w.companies[:2]
    company = {"en": ("From company", "To company"), "de": ("Von Firma", "An Firma"), "fr": ("De la société", "À la société"), "es": ("De la empresa", "A la empresa")}[w.language]
    head = w.head("giver", "taker", "what", "hours")
    rows = []
    for place in range(12):
        a, b = w.random.sample(w.departments, 2)
        hours = w.random.choice([4, 24, 48, 72])
        what = f"Document {place + 1}"
        x, y = (ours, theirs) if place % 2 else (theirs, ours)
        rows.append([x, a, y, b, what, f"{hours} h" if place % 3 else hours])
        w.add("handoffs", (f"{x}/{a}", f"{y}/{b}", what), hours=float(hours))
    w.sheet("Handoffs", [company[0], head[0], company[1], head[1], head[2], head[3]], *w.mixed(rows))
    w.add_companies([ours, theirs])


def two_on_a_sheet(w):
    """Two lists side by side with a gap between, and a cover and a pivot that are no data."""
    w.sheet("Cover", ["Alliance management"], ["Prepared for the board"], [], ["Version", "3.1"], ["Owner", "Strategy office"])
    left = [w.head("company", "country")] + w.mixed([name, w.random.choice(REGIONS)] for name in w.companies)
    right = [w.head("alliance", "partners", "stage")] + w.mixed([a["name"], " / ".join(a["companies"]), a["stage"]] for a in w.alliances)
    sheet = w.sheet("Overview")
    for place in range(max(len(left), len(right))):
        a = left[place] if place < len(left) else [None, None]
        b = right[place] if place < len(right) else [None] * 3
        sheet.append(a + [None] + b)
    for name, country in left[1:]:
        w.add("companies", name, region=country)
    for a in w.alliances:
        w.add("alliances", a["name"], companies=frozenset(a["companies"]), stage=a["stage"])
    counts = Counter(country for _, country in left[1:])
    w.sheet("Pivot", ["Row Labels", "Count of Company"], *sorted(counts.items()), ["Grand Total", sum(counts.values())])


HABITS = [
    lists, tracker, two_headers, blocks, forms, matrix, turned_matrix, org_chart, german, crm, seats_in_columns, seats_in_contacts, suppliers,
    event_log, raci, handoffs, two_on_a_sheet,
]

# Comparison ------------------------------------------------------------------------------------------------------------


def found(data):
    """The rows of an export under the names of what they are about."""
    names = {}
    for table, kind in (("companies", "company"), ("people", "person"), ("committees", "committee"), ("alliances", "alliance")):
        for row in data.get(table, []):
            names[kind, row["id"]] = row["name"]
    for row in data.get("functions", []):
        names["function", row["id"]] = (names.get(("company", row["company"]), row["company"]), row["name"])

    def name(text, *kinds):
        kind, _, rest = str(text).partition(":")
        if (kind, rest) in names:
            return names[kind, rest]
        return next((names[kind, text] for kind in kinds if (kind, text) in names), text)

    rows = {}
    for table in ("companies", "people", "alliances", "committees"):
        rows[table] = {}
        for row in data.get(table, []):
            cells = dict(row)
            if "companies" in row:
                cells["companies"] = frozenset(name(c, "company") for c in row["companies"])
            for column, kind in (("company", "company"), ("manager", "person"), ("alliance", "alliance"), ("function", "function")):
                if column in row:
                    cells[column] = name(row[column], kind)
                    if column == "function":
                        cells[column] = cells[column][1] if isinstance(cells[column], tuple) else cells[column]
            rows[table][row["name"]] = cells
    # A department of nobody knows whom is listed under this name.
    rows["companies"].pop("Company not stated", None)
    rows["functions"] = {row["name"]: {} for row in data.get("functions", [])}
    rows["memberships"] = {(name(r["person"], "person"), name(r["committee"], "committee")): {**r, "company": r.get("company") and name(r["company"], "company")} for r in data.get("memberships", [])}
    rows["relationships"] = {(name(r["from"], "company", "person"), name(r["to"], "company", "person")): r for r in data.get("relationships", [])}
    rows["handoffs"] = {}
    for r in data.get("handoffs", []):
        ends = [name(r[end], "function", "person", "company") for end in ("from", "to")]
        rows["handoffs"][(*("/".join(end) if isinstance(end, tuple) else end for end in ends), r.get("what", ""))] = r
    return rows


def text(cell):
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return float(cell) if isinstance(cell, int) else cell


def compare(truth, rows):
    """What is found of the truth, what is found beside it, and what cells say."""
    hits = wanted = extra = right = cells = 0
    faults = []
    for table, entries in truth.items():
        mine = rows.get(table, {})
        if table == "handoffs":
            width = len(next(iter(entries)))
            if width == 2 or not any("/" in str(end) for key in entries for end in key):
                short = {}
                for key, row in mine.items():
                    ends = tuple(str(end).split("/")[-1] for end in key[:2])
                    short[ends + (key[2:] if width == 3 else ())] = row
                mine = short
        for key, expected in entries.items():
            wanted += 1
            if key not in mine:
                faults.append(f"- {table}: no {key}")
                cells += len(expected)
                continue
            hits += 1
            for column, cell in expected.items():
                cells += 1
                if text(mine[key].get(column)) == text(cell):
                    right += 1
                else:
                    faults.append(f"- {table} {key} {column}: {mine[key].get(column)!r}, not {cell!r}")
        for key in mine:
            if key not in entries:
                extra += 1
                faults.append(f"- {table}: {key} is not there")
    for table, mine in rows.items():
        # Functions are made of departments, people of managers: what the truth says nothing of is not counted but for entities.
        if table not in truth and table not in ("functions",) and mine:
            extra += len(mine)
            faults.append(f"- {table}: {len(mine)} rows, such as {next(iter(mine))}, are not there")
    return hits, wanted, extra, right, cells, faults


def run(job):
    program, habit, seed, variant, keep = job
    options = {
        "as it is": {}, "rows shuffled": {"shuffled": True}, "sheets renamed": {"renamed": True},
        "in German": {"language": "de"}, "in French": {"language": "fr"}, "in Spanish": {"language": "es"},
    }[variant]
    w = World(f"{habit.__name__} {seed}", **options)
    habit(w)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(keep) if keep else Path(name)
        folder.mkdir(exist_ok=True, parents=True)
        path = folder / f"{habit.__name__}-{seed}-{variant.replace(' ', '-')}.xlsx"
        w.book.save(path)
        target = Path(name) / "found.json"
        run = subprocess.run([program, "import", path, "--dry-run", "--no-mapping", "--to", target], capture_output=True, text=True)
        if not target.exists():
            return habit.__name__, variant, (0, sum(map(len, w.truth.values())), 0, 0, sum(len(c) for t in w.truth.values() for c in t.values()), [run.stderr + run.stdout[-500:]]), path
        result = compare(w.truth, found(json.loads(target.read_text())))
        counts = re.search(r"(\d+) cells? with text: (\d+) used, (\d+) left out with a reason, (\d+) asked about", run.stdout)
        every, *parts = map(int, counts.groups())
        if every != sum(parts):
            result[5].append(f"- cells: {every}, not {parts}")
        shown = sum(1 for sheet in w.book for row in sheet.iter_rows() for cell in row if cell.value not in (None, ""))
        if every != shown:
            result[5].append(f"- cells with text: {every}, but {shown} were written")
        return habit.__name__, variant, result, path


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--keep")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--only")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    habits = [h for h in HABITS if arguments.only in (None, h.__name__)]
    variants = ["as it is", "rows shuffled", "sheets renamed", "in German", "in French", "in Spanish"]
    jobs = [
        (arguments.program, habit, seed, variant, arguments.keep)
        for habit in habits for seed in range(arguments.first, arguments.first + arguments.seeds) for variant in variants
    ]
    with Pool() as pool:
        results = pool.map(run, jobs, chunksize=1)
    failed = False
    print(f"{'habit':<20}{'workbooks':>10}{'recall':>9}{'precision':>11}{'cells right':>13}")
    sums = [0] * 5
    for habit in habits:
        total = [0] * 5
        own = [r for r in results if r[0] == habit.__name__]
        for _, variant, result, path in own:
            total = [a + b for a, b in zip(total, result[:5])]
            hits, wanted, extra, right, cells, faults = result
            bad = hits < RECALL * wanted or hits < PRECISION * (hits + extra) or right < CELLS * cells or any(f.startswith("- cells") for f in faults)
            failed |= bad
            if (bad or arguments.verbose) and faults:
                print(f"{habit.__name__}, {variant}: {hits} of {wanted}, {extra} more, cells {right} of {cells}")
                print("\n".join("  " + fault[:220] for fault in faults[: 60 if arguments.verbose else 6]))
        sums = [a + b for a, b in zip(sums, total)]
        row(habit.__name__, len(own), *total)
    row("all", len(results), *sums)
    sys.exit("Some workbooks are read worse than they have to be." if failed else 0)


def row(name, count, hits, wanted, extra, right, cells):
    print(f"{name:<20}{count:>10}{hits / max(1, wanted):>9.1%}{hits / max(1, hits + extra):>11.1%}{right / cells if cells else 1:>13.1%}")


main()

#!/usr/bin/env python3
"""Every question on data that fills every table.

    python3 every.py generate FOLDER SEATS     # seeded: 0.3 SEATS people, SEATS/50 committees, SEATS/3 handoffs, and all other tables
    python3 every.py run ECOMAP FOLDER [RUNS]  # each question RUNS times (1): the median of CPU seconds, wall seconds and peak memory

Members sit mostly for the partners of their alliance, one seat in ten has ended, and committees of an alliance lead up to one.
CPU seconds are user and system of the whole process; memory is the peak of the process.
"""
import os
import random
import statistics
import sys

from scale import measure

DAY = "2024-06-01"
QUESTIONS = {
    "check": ["check", "{}"],
    "load": ["load", "{}", "--as-of", DAY],
    "overlap": ["overlap", "{}", "--as-of", DAY],
    "handoffs": ["handoffs", "{}"],
    "handoffs, one way": ["handoffs", "{}", "--from", "f1", "--to", "f90"],
    "escalation": ["escalation", "{}", "--as-of", DAY],
    "firewall": ["firewall", "{}", "--as-of", DAY],
    "peers": ["peers", "{}", "al7", "--as-of", DAY],
    "navigator": ["navigator", "{}", "--to", "p12"],
    "portfolio": ["portfolio", "{}", "--as-of", DAY],
    "decisions": ["decisions", "{}", "--as-of", DAY],
    "alignment": ["alignment", "{}", "--as-of", DAY],
    "health": ["health", "{}", "--as-of", DAY],
    "fit": ["fit", "{}"],
    "tax": ["tax", "{}", "--as-of", DAY],
    "work": ["work", "{}"],
    "timeline": ["timeline", "{}", "--as-of", DAY],
    "structure": ["structure", "{}", "--as-of", DAY],
    "turnover": ["turnover", "{}", "--from", "2022-06-01", "--to", DAY],
    "turnover, a newcomer's page": ["turnover", "{}", "--person", "p12", "--as-of", DAY],
    "roles": ["roles", "{}", "--as-of", DAY],
    "diff of two days": ["diff", "{}", "--from", "2022-06-01", "--to", DAY],
    "centrality by links": ["centrality", "{}", "--of", "people", "--metric", "links", "--as-of", DAY],
}


def generate(folder, seats, seed=1):
    """Writes every table."""
    rng = random.Random(seed)
    pick = rng.randrange
    os.makedirs(folder, exist_ok=True)
    people, bodies, alliances = max(60, seats * 3 // 10), max(20, seats // 50), max(4, seats // 200)
    companies = max(20, people // 100)
    functions = companies * 10

    def table(name, header, rows):
        with open(os.path.join(folder, name + ".csv"), "w") as file:
            file.write(header + "\n")
            file.writelines(row + "\n" for row in rows)

    def day(first, last):
        return f"{rng.randint(first, last)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"

    def employer(person):
        return person % companies

    def colleague(company):
        return company + companies * pick(people // companies)

    words = ("oncology", "launch", "supply", "safety", "data", "market access", "clinical", "regulatory")
    zones = ("Europe/London", "Asia/Tokyo", "America/New_York", "Europe/Zurich")
    regions = ("Europe", "Japan", "North America")
    partners = [rng.sample(range(companies), 2) for _ in range(alliances)]
    table("companies", "id,name,kind,region,time_zone,parent,offers", (
        f"co{i},Company {i},pharma,{rng.choice(regions)},{zones[i % 4]},{f'co{i - 7}' if i % 40 == 39 else ''},{rng.choice(words)}|{rng.choice(words)}"
        for i in range(companies)))
    table("functions", "id,name,company,parent,time_zone,work_hours,wants", (
        f"f{i},Function {i},co{i % companies},{f'f{i % companies}' if i >= companies else ''},,09:00-17:00,{rng.choice(words)}" for i in range(functions)))
    table("people", "id,name,company,function,title,seniority,manager,capacity_hours", (
        f"p{i},Person {i},co{employer(i)},f{employer(i) + companies * pick(10)},{rng.choice(('Lead', 'Director', 'Head', 'Alliance manager'))},"
        f"{rng.randint(1, 5)},{f'p{i % companies + companies * pick(10)}' if i >= 10 * companies else ''},{rng.choice((10, 20, 40, 80))}" for i in range(people)))
    table("affiliations", "person,company,share,since,until", (
        f"p{i},co{employer(i) if n else pick(companies)},{0.5 if n else 1},{day(2016, 2019) if not n else '2020-01-01'},{'' if n else '2020-01-01'}"
        for i in range(0, people, 5) for n in (0, 1)))
    table("alliances", "id,name,companies,kind,stage,area,since,manager,sponsor,value_usd,signed,expires", (
        f"al{i},Alliance {i},co{a}|co{b},{rng.choice(('licence', 'co-development'))},{rng.choice(('research', 'development', 'market'))},{rng.choice(words)},"
        f"{day(2015, 2019)},p{colleague(a)},p{colleague(b)},{rng.randint(1, 5000)}000000,{day(2014, 2015)},{day(2025, 2030)}" for i, (a, b) in enumerate(partners)))
    table("programs", "id,name,alliance,stage,lead,since", (
        f"pr{i},Program {i},al{i % alliances},phase {rng.randint(1, 3)},p{colleague(partners[i % alliances][0])},{day(2018, 2021)}" for i in range(2 * alliances)))
    # The first committee of each alliance stands above the others.
    table("committees", "id,name,kind,alliance,parent,cadence,hours,prep_hours,quorum,approval_rate,settles,max_days,chartered", (
        f"c{i},Committee {i},{'JSC' if i < alliances else rng.choice(('JDC', 'JCC', 'JLT'))},al{i % alliances},{f'c{i % alliances}' if i >= alliances else ''},"
        f"{rng.choice(('monthly', 'quarterly'))},2,1,{rng.randint(2, 6)},0.8,{0.6 if i >= alliances else 1},30,{day(2016, 2019)}" for i in range(bodies)))

    def memberships():
        for body in range(bodies):
            size = seats // bodies + (pick(21) - 10)
            sides, taken = partners[body % alliances], {}
            while len(taken) < size:
                taken[colleague(sides[pick(2)]) if rng.random() < 0.9 else pick(people)] = None
            for number, person in enumerate(taken):
                role = "chair" if number == 0 else "co-chair" if number == 1 else rng.choice(("member",) * 7 + ("alternate", "observer"))
                yield f"p{person},c{body},{role},{day(2018, 2023)},{day(2024, 2025) if rng.random() < 0.1 else ''}"

    table("memberships", "person,committee,role,since,until", memberships())
    table("relationships", "from,to,kind,weight,owner,since", (
        f"p{a},p{b},{rng.choice(('works with', 'advises', 'reports to'))},{rng.randint(1, 9)},p{a},{day(2018, 2023)}"
        for a, b in (rng.sample(range(people), 2) for _ in range(seats // 3))))
    table("handoffs", "from,to,what,stage,hours,limit_hours,owner,alliance,per_year,channel", (
        f"f{a},f{b},thing {i % 100},{rng.choice(('research', 'development', 'market'))},{rng.randint(1, 80)},{rng.randint(40, 100)},"
        f"p{colleague(a % companies)},al{pick(alliances)},{rng.choice((1, 4, 12, 52))},mail"
        for i, (a, b) in enumerate(rng.sample(range(functions), 2) for _ in range(seats // 3))))
    table("conflicts", "a,b,reason,cooling_off_days,reviewed", (
        f"al{i},al{i + 1},competing product,180,{day(2022, 2024)}" for i in range(0, alliances - 1, 8)))
    table("decisions", "matter,body,right,alliance,stage,step,days,owner", (
        f"matter {m} of {i},c{(i + alliances * place) % bodies},{right},al{i},{rng.choice(('research', 'development'))},1,{rng.randint(1, 30)},p{colleague(partners[i][0])}"
        for i in range(alliances) for m in range(10) for place, right in enumerate(("decides", "approves", "consulted", "informed")) if place * alliances < bodies))
    table("scores", "subject,measure,value,date,scale,target,group,n,invited", (
        f"al{i},{measure},{rng.randint(1, 5)},{day(2020, 2024)},1-5,4,co{partners[i][side]},{rng.randint(3, 40)},40"
        for i in range(alliances) for measure in ("trust", "agreement", "speed", "clarity") for _ in range(4) for side in (0, 1)))
    table("views", "name,kind,focus", (f"view-{i},governance,al{i}" for i in range(5)))


def run(program, folder, runs):
    print("| Question | CPU s | Wall s | Peak MB |\n| --- | ---: | ---: | ---: |")
    for question, words in QUESTIONS.items():
        all_runs = [measure(program, [word.format(folder) for word in words]) for _ in range(runs)]
        status = all_runs[0][0]
        middle = [statistics.median(figures[place] for figures in all_runs) for place in (1, 2, 3)]
        told = f"{middle[0]:.2f} | {middle[1]:.2f} | {middle[2]:,.0f}" if status in (0, 1) else f"ended with {status} | |"
        print(f"| {question} | {told} |", flush=True)


def main():
    match sys.argv[1:]:
        case ["generate", folder, seats]:
            generate(folder, int(seats))
        case ["run", program, folder, *runs]:
            run(os.path.realpath(program), folder, int(runs[0]) if runs else 1)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()

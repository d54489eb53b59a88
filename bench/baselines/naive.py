"""Baseline *naive*: the content of Ringkasan, built the plain way.

Every rerun reads the database with pandas and builds every chart with Altair; nothing
is kept between reruns. The rules are simpler than the app's, which favours it.
"""

import os
from datetime import date

import altair as alt
import pandas as pd
import streamlit as st
from sqlalchemy import create_engine

DAY = pd.Timestamp(date(2022, 9, 8))
VOTING_DAY = pd.Timestamp(date(2024, 2, 14))
COLOURS = {
    "Selesai": "#12436D",
    "Berjalan": "#28A197",
    "Lewat batas": "#801650",
    "Belum mulai": "#C9CDD3",
}
Drawing = alt.LayerChart | alt.FacetChart
DAYS = ["known_on", "planned_start", "planned_end", "actual_start", "actual_end"]


def read_items(items: str, states: str, code: str) -> pd.DataFrame:
    """Return stages or milestones with their latest state known on the day."""
    named = pd.read_sql(f"SELECT * FROM {items}", engine)
    known = pd.read_sql(f"SELECT * FROM {states}", engine, parse_dates=DAYS)
    known = known[known["known_on"] <= DAY].sort_values("version")
    states_now = known.drop_duplicates(code, keep="last")
    both = named.merge(
        states_now, left_on="code", right_on=code, suffixes=("", "_state")
    )
    both["status"] = both.apply(status, axis=1)
    return both.sort_values("position")


def status(item: pd.Series) -> str:
    """Return the status of a stage or milestone on the day."""
    if item["actual_end"] <= DAY:
        return "Selesai"
    if item["planned_end"] < DAY:
        return "Lewat batas"
    if item["actual_start"] <= DAY:
        return "Berjalan"
    return "Belum mulai"


def read_tallies() -> pd.DataFrame:
    """Return all tallies of the administrative verification known on the day."""
    query = "SELECT * FROM tallies WHERE phase_code = 'administrative'"
    dates = ["known_on", "reported_on"]
    every = pd.read_sql(query, engine, parse_dates=dates)
    return every[every["known_on"] <= DAY].sort_values(["reported_on", "version"])


def latest(tallies: pd.DataFrame) -> pd.DataFrame:
    """Return the latest tally of each party and kab/kota."""
    return tallies.drop_duplicates(["party_code", "region_code"], keep="last")


def strip(stages: pd.DataFrame) -> Drawing:
    """Return the stages as bars over time, with the day and voting day as lines."""
    shown = stages.dropna(subset=["planned_start", "planned_end"])
    names = alt.Y("short_name_indonesian:N", sort=None, title=None)
    colour = alt.Color(
        "status:N",
        scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())),
        legend=alt.Legend(title=None, orient="bottom"),
    )
    tips = ["name_indonesian:N", "planned_start:T", "planned_end:T", "status:N"]
    plan = (
        alt.Chart(shown)
        .mark_bar(opacity=0.35)
        .encode(
            x=alt.X("planned_start:T", title=None),
            x2="planned_end:T",
            y=names,
            color=colour,
            tooltip=tips,
        )
    )
    ends = shown["actual_end"].fillna(DAY)
    actual = (
        alt.Chart(shown.assign(until=ends.where(ends < DAY, DAY)))
        .transform_filter("isValid(datum.actual_start)")
        .mark_bar(height=8)
        .encode(x="actual_start:T", x2="until:T", y=names, color=colour)
    )
    landmarks = pd.DataFrame(
        {"day": [DAY, VOTING_DAY], "name": ["8 Sep 2022", "Hari Kasih Suara"]}
    )
    lines = alt.Chart(landmarks).mark_rule().encode(x="day:T")
    words = alt.Chart(landmarks).mark_text(dy=-8, y=0).encode(x="day:T", text="name:N")
    return alt.layer(plan, actual, lines, words).properties(height=330)


def gauge(value: float, total: float, threshold: float) -> Drawing:
    """Return an arc with a tick at the threshold and the share inside."""
    share = value / total if total else 0.0
    arcs = pd.DataFrame({"start": [-2.0], "end": [2.0], "now": [-2 + 4 * share]})
    tick = pd.DataFrame(
        {"start": [-2.03 + 4 * threshold], "end": [-1.97 + 4 * threshold]}
    )
    texts = pd.DataFrame(
        {"share": [share], "under": [f"{value:,.0f} dari {total:,.0f}"]}
    )
    angle = alt.Theta("start:Q", scale=None)
    track = (
        alt.Chart(arcs)
        .mark_arc(innerRadius=60, outerRadius=80, color="#DCE2E8")
        .encode(theta=angle, theta2="end:Q")
    )
    done = (
        alt.Chart(arcs)
        .mark_arc(innerRadius=60, outerRadius=80, color="#28A197")
        .encode(theta=angle, theta2="now:Q")
    )
    mark = (
        alt.Chart(tick)
        .mark_arc(innerRadius=54, outerRadius=86, color="#0E1722")
        .encode(theta=angle, theta2="end:Q")
    )
    number = (
        alt.Chart(texts)
        .mark_text(fontSize=28, fontWeight=700)
        .encode(text=alt.Text("share:Q", format=".0%"))
    )
    under = alt.Chart(texts).mark_text(dy=50, fontSize=13).encode(text="under:N")
    return alt.layer(track, done, mark, number, under).properties(width=200, height=180)


engine = create_engine(os.environ["DATABASE_URL"])
stages = read_items("stages", "stage_states", "stage_code")
stages = stages[~stages["code"].str.startswith("R")]
milestones = read_items("milestones", "milestone_states", "milestone_code")
reported = read_tallies()
tallies = latest(reported)
before = latest(reported[reported["known_on"] <= DAY - pd.Timedelta(days=7)])
submitted = tallies[tallies["state"] != "draft"]
late = milestones[milestones["status"] == "Lewat batas"].sort_values("planned_end")
soon = milestones[milestones["planned_end"].between(DAY, DAY + pd.Timedelta(days=14))]
running = stages[stages["status"] == "Berjalan"]

st.set_page_config(layout="wide")
left, right = st.columns([2.6, 1])
left.title(f"{len(late)} kegiatan lewat batas")
right.metric("hari menuju Hari Kasih Suara", (VOTING_DAY - DAY).days)

numbers = st.columns(4)
numbers[0].metric("Tahap berjalan", f"{len(running)} dari {len(stages)}", border=True)
numbers[1].metric("Kegiatan jatuh tempo", len(soon), border=True)
numbers[2].metric("Partai diperiksa", submitted["party_code"].nunique(), border=True)
numbers[3].metric("Kab/kota", submitted["region_code"].nunique(), border=True)

left, right = st.columns([1.45, 1])
with left.container(border=True):
    st.subheader(f"{len(running)} dari {len(stages)} tahap berjalan")
    st.altair_chart(strip(stages))
with right.container(border=True):
    st.subheader(f"Perlu perhatian: {len(late)} kegiatan")
    for _, item in late.tail(4).iterrows():
        over = (DAY - item["planned_end"]).days
        st.markdown(f"**{item['short_name_indonesian']}**, lewat {over} hari")

left, right = st.columns([1.45, 1])
with left.container(border=True):
    st.subheader("Jatuh tempo 14 hari")
    st.table(soon[["planned_end", "short_name_indonesian", "status"]].head(6))
with right.container(border=True):
    st.subheader("Berubah dalam tujuh hari")
    sums = ["visited", "eligible", "correctable", "ineligible"]
    st.table(pd.DataFrame({"semula": before[sums].sum(), "kini": tallies[sums].sum()}))

pairs, regions = len(tallies), tallies["region_code"].nunique()
done = submitted.groupby("region_code").size() if len(submitted) else pd.Series()
shown = st.columns(4)
for place, (title, value, total, threshold) in zip(
    shown,
    [
        ("Kab/kota menyerahkan", len(done), regions, 1.0),
        ("Rekap diserahkan", len(submitted), pairs, 0.9),
        ("Anggota diperiksa", tallies["visited"].sum(), tallies["sample"].sum(), 0.93),
        ("Anggota MS", tallies["eligible"].sum(), tallies["visited"].sum(), 0.75),
    ],
    strict=True,
):
    with place.container(border=True):
        st.markdown(f"**{title}**")
        st.altair_chart(gauge(value, total, threshold))
st.caption("Angka bertanda simulasi bukan hasil resmi.")

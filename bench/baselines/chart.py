"""Baseline *chart*: a Streamlit page with one chart and nothing else."""

import altair as alt
import pandas as pd
import streamlit as st

st.title("Pantau Tahapan")
rows = pd.DataFrame({"stage": ["1", "2", "3", "4"], "share": [0.12, 0.0, 0.27, 0.0]})
st.altair_chart(alt.Chart(rows).mark_bar().encode(x="share:Q", y="stage:N"))

"""What the pages know of the database, cached by its revision.

Each function below is keyed by the data revision, so that nothing here can be older
than the database; the values are frozen and shared by all sessions.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st
from sqlalchemy import Connection, Engine

from data_access import (
    database,
    deadlines,
    elections,
    journal,
    parties,
    regions,
    timeline,
    verification,
)
from domain.assess import assess, assess_stages, roll_up, RollUp
from domain.assessment import Assessment, StageAssessment
from domain.deadlines import Anchors, Deadline, DeadlineRule, resolve
from domain.election import Election
from domain.party import Party
from domain.region import Region
from domain.requirement import Requirement
from domain.tally import PhaseTotals, Tally
from domain.timeline import Baseline
from domain.verification import Phase
from domain.workdays import WorkingCalendar, indonesian_calendar

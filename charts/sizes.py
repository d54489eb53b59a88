"""Sizes that the rows of a chart and its marks must agree on, in pixels."""

import math

TIMELINE_HEADER = 61  # time axis and names of the lines
STRIP_HEADER = 36  # years and dates
GRID_HEAD = 50  # names of the columns
GAUGE_WIDTH = 236  # of a gauge that is saved; on a page it fills its card
DAILY_HEIGHT = 230
DAILY_FOOT = 24  # days under the plot

BULLET_REACH = 1.25  # length of a track over what is required, a ratio
GAUGE_HALF = 0.62 * math.pi  # radians from twelve o'clock to either end of the arc
DIAL_HALF = 0.7 * math.pi

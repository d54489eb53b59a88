"""Words that Streamlit's front end brings itself, and what they are in Indonesian.

Streamlit offers no parameter for them. `static/words.js` says them, each only in the
parts of a page named here; a text with `{a_gap}` stands for any that fits.
"""

from typing import TypeAlias

from domain.bilingual import Language
from ui.language import gettext as _
from ui.language import speaking

Said: TypeAlias = dict[str, tuple[str, ...]]
"""Words by the CSS selector of the parts that say them."""


def streamlit_words() -> dict[str, dict[str, str]]:
    """Return Indonesian by English, by the CSS selector of the parts that say it."""
    with speaking(Language.ENGLISH):
        english = _words()
    with speaking(Language.INDONESIAN):
        indonesian = _words()
    return {
        selector: dict(zip(words, indonesian[selector], strict=True))
        for selector, words in english.items()
    }


def _words() -> Said:
    toolbars = _of_toolbars()
    # A button names its chart or table after what it does.
    of_one = tuple(f"{each}: {{title}}" for each in toolbars)
    return {
        **_of_page(),
        **_of_uploader(),
        **_of_fields(),
        **_of_calendar(),
        "[data-testid=stElementToolbarButton]": (*toolbars, *of_one),
        "[data-testid=stTooltipContent]": toolbars,
        **_of_tables(),
    }


def _of_page() -> Said:
    return {
        "[data-testid=stSkipToContent]": (_("Skip to main content"),),
        "[data-testid=stLogoLink]": (_("Navigate to home page"),),
        "[data-testid=stHeaderActionElements]": (_("Link to heading"),),
        "[data-testid=stStatusWidget]": (
            _("Running..."),
            _("Stop"),
            _("Connecting"),
            _("Connecting to Streamlit server"),
            _("Unable to connect to Streamlit server"),
        ),
        "[data-testid=stDialog]": (
            _("Close"),
            _("Dismiss"),
            _("Connection error"),
            _("Streamlit server is not responding. Are you connected to the internet?"),
            _("Page not found"),
            _(
                "The page that you have requested does not seem to exist. Running the "
                "app's main page."
            ),
        ),
    }


def _of_uploader() -> Said:
    refusals = (
        _("{type} files are not allowed."),
        _("File must be {size} or smaller."),
        _("Upload failed"),
    )
    return {
        "[data-testid=stFileUploaderDropzone]": (
            _("file upload"),
            _("Upload"),
            _("Drag and drop a file here"),
            _("{size} per file"),
            _("Remove {name}"),
            _("Cancel upload of {name}"),
            _("Click to retry upload"),
            *refusals,
        ),
        "[data-testid=stTooltipErrorContent]": refusals,
    }


def _of_fields() -> Said:
    lists = ":is([data-testid=stSelectbox], [data-testid=stMultiSelect])"
    return {
        "[data-testid=InputInstructions]": (
            _("Press Enter to apply"),
            _("Press {key}+Enter to apply"),
        ),
        f"{lists} :is(input, button)": (
            _("Choose an option"),
            _("Choose options"),
            _("Open"),
            _("Clear value"),
            _("Clear all"),
            _("Remove {name}"),
        ),
        "[role=listbox][data-empty=true]": (_("No results"),),
        "[data-testid=stNumberInput] button": (_("Decrement"), _("Increment")),
    }


def _of_calendar() -> Said:
    return {
        "[data-testid=stDateInputField]": (
            _("Choose date"),
            _("Clear date"),
            _("day, {label}"),
            _("month, {label}"),
            _("year, {label}"),
        ),
        "[data-testid=stDateInputCalendar]": (
            _("Choose date"),
            _("Choose date, {month}"),
            _("Use arrow keys to navigate dates. Enter to select. Escape to close."),
            _("Previous month"),
            _("Next month"),
            _("month"),
            _("year"),
            _("Today, {date} selected"),
            _("Today, {date}"),
            _("{date} selected"),
        ),
    }


def _of_toolbars() -> tuple[str, ...]:
    return (
        _("Fullscreen"),
        _("Close fullscreen"),
        _("Download as PNG"),
        _("Copy Vega-Lite spec"),
        _("Copy to clipboard"),
        _("Copied"),
        _("Download as CSV"),
        _("Show/hide columns"),
        _("Search"),
        _("Clear selection"),
        _("Add row"),
        _("Delete row(s)"),
    )


def _of_tables() -> Said:
    return {
        ".gdg-search-status": (
            _("Type to search"),
            _("{place} of {count} results"),
            _("{count} results"),
            _("{count} result"),
        ),
        "[data-testid=stDataFrame] button": (
            _("Close Search"),
            _("Next Result"),
            _("Previous Result"),
        ),
        "[data-testid=stDataFrameColumnVisibilityMenu] [aria-label], "
        "[data-testid=stDataFrameColumnVisibilityMenu] label": (_("Select all"),),
        "[data-testid=stDataFrameColumnMenu]": (
            _("Copy column name"),
            _("Sort ascending"),
            _("Sort descending"),
            _("Statistics"),
            _("Format"),
            _("Autosize"),
            _("Pin column"),
            _("Unpin column"),
            _("Hide column"),
        ),
        "[data-testid=stDataFrameColumnFormattingMenu]": (
            _("Automatic"),
            _("Localized"),
            _("Plain"),
            _("Compact"),
            _("Percent"),
            _("Scientific"),
            _("Accounting"),
            _("Distance"),
            _("Calendar"),
        ),
        "[data-testid^=stDataFrameStatistics]": (
            _("Values"),
            _("Distinct"),
            _("Empty"),
            _("Minimum length"),
            _("Maximum length"),
            _("Average length"),
            _("Based on sample"),
            _("No data"),
        ),
    }

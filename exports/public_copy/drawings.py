"""The charts of views, drawn in every width they are shown in."""

from collections.abc import Iterator, Sequence

from exports.public_copy.content import View
from exports.public_copy.markup import Drawings
from reports.inline_pictures import Order, drawn

SIZES_OF_SITE = 2
"""A page of the site is never wider than a notebook's screen."""

EVERY_SIZE = 3


def orders(view: View, sizes: int) -> list[Order]:
    """Return the drawings that a view needs, chart by chart, the narrowest first.

    Args:
        view: The view.
        sizes: How many of each chart's widths, from the narrowest.
    """
    return [
        Order(
            key=f"{picture.key}-{width}",
            takeaway=picture.takeaway,
            spec=picture.spec,
            width=width,
        )
        for picture in view.pictures
        for width in picture.widths[:sizes]
    ]


def sorted_in(view: View, sizes: int, drawn: Sequence[str]) -> Drawings:
    """Return drawings by the key of their chart, given in the order of `orders`."""
    rest = iter(drawn)
    return {
        picture.key: [next(rest) for _ in picture.widths[:sizes]]
        for picture in view.pictures
    }


def with_drawings(views: Sequence[View]) -> Iterator[tuple[View, Drawings]]:
    """Yield each view with its drawings for the site, made in this process."""
    for view in views:
        made = [drawn(order) for order in orders(view, SIZES_OF_SITE)]
        yield view, sorted_in(view, SIZES_OF_SITE, made)

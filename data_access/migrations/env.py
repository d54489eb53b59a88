"""Runs the migrations against the database that the environment names."""

import os
from typing import Literal

from alembic import context
from sqlalchemy import TypeDecorator

from data_access.database import engine_for, url_from, writing
from data_access.tables import metadata


def without_our_types(kind: str, item: object, _: object) -> str | Literal[False]:
    """Return how a migration writes a column type: as the database knows it."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


url = context.config.attributes.get("url") or url_from(os.environ)
with writing(engine_for(url)).connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=without_our_types,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()

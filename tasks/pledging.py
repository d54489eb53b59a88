"""The command `pledges`: how many counted, and how many did not, and why."""

from sqlalchemy import Connection

from data_access.pledges import read_pledges, read_refusals


def run(connection: Connection) -> None:
    """Print the pledges by kab/kota, and the refused ones by day and reason."""
    counted, refused = read_pledges(connection), read_refusals(connection)
    print(f"Pledges counted: {sum(counted.values()):,}")
    for region, count in counted.items():
        print(f"  {region}: {count:,}")
    for day, reasons in refused.items():
        told = ", ".join(f"{why} {count:,}" for why, count in reasons.items())
        print(f"Not counted on {day}: {told}")

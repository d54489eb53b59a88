"""The projector: sheets for a hall, as plain pages that outlive a lost server.

Served beside the dashboard rather than as a page of it, because a page of Streamlit
shows its own error box in front of the audience once the server is gone.
"""

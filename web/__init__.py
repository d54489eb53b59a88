"""What a browser or a machine asks for outside Streamlit's own pages."""

"""The screens, one Streamlit script each."""

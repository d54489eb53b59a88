"""Charts: values and ready-made words in, a Vega-Lite specification out."""

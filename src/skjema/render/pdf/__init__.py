"""PDF forms: made from pages that typst has set, compiled once, filled record by record as bytes."""

"""How a form lies on paper, decided once for Word, PDF and workbook."""

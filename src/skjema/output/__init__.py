"""What is written to disk: names that give nothing away, files that are whole or not there."""

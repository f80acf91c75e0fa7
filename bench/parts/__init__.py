"""The parts of the benchmarks; each module has `measure`, from settings to sections."""

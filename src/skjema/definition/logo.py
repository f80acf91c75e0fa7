"""What a PNG file says of itself, which is all that is looked at in a municipality's logo."""


def is_png(data: bytes) -> bool:
    """Whether it begins as a PNG file does, with a width and a height, and ends as one."""
    return data.startswith(b"\x89PNG") and min(pixels(data)) > 0 and data[-8:-4] == b"IEND"


def pixels(png: bytes) -> tuple[int, int]:
    """Width and height."""
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])

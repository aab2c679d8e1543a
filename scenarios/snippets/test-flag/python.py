def is_test(params: dict[str, str]) -> bool:
    """Whether the debug step or the dial test calls. Absent, empty and 0 are real calls."""
    return params.get("testFlag") == "1"  # not bool(...): "0" is true in Python

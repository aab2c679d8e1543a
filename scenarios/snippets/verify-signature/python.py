import hashlib
import hmac
from urllib.parse import parse_qs


def is_signed(access_key: str, query: str, body: bytes, now_ms: int) -> bool:
    """Whether `body`, the bytes as they came, was signed by `query`, the text behind the `?`."""
    params = {name: values[0] for name, values in parse_qs(query).items()}
    signature, nonce, timestamp = (params.get(name, "") for name in ("signature", "nonce", "timestamp"))
    # Milliseconds; a minute to either side.
    if not (nonce and timestamp.isdecimal()) or abs(now_ms - int(timestamp)) > 60_000:
        return False
    key = access_key.encode("utf-8")
    body_hex = hmac.new(key, body, hashlib.sha256).hexdigest()
    text = access_key + nonce + timestamp + body_hex
    right = hmac.new(key, text.encode("utf-8"), hashlib.sha256).hexdigest()
    return hmac.compare_digest(right.encode("utf-8"), signature.lower().encode("utf-8"))

import base64
import hashlib
import hmac
from urllib.parse import parse_qsl


def is_from_marketplace(access_key: str, query: str) -> bool:
    """Whether `query`, the raw text behind the `?`, was signed with the access key."""
    params = {}
    for name, value in parse_qsl(query, keep_blank_values=True):  # decodes once
        params.setdefault(name, value)
    # Base64 has no blanks: one is a plus sign that was not escaped.
    sent = params.pop("authToken", "").replace(" ", "+")
    text = "&".join(f"{name}={params[name]}" for name in sorted(params))
    key = access_key + params.get("timeStamp", "")
    digest = hmac.new(key.encode("utf-8"), text.encode("utf-8"), hashlib.sha256).digest()
    return hmac.compare_digest(base64.b64encode(digest), sent.encode("utf-8"))

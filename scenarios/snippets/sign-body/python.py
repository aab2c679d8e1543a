import base64
import hashlib
import hmac
import json


def body_sign(access_key: str, body: bytes) -> str:
    """The value of the header Body-Sign for these very bytes."""
    digest = hmac.new(access_key.encode("utf-8"), body, hashlib.sha256).digest()
    signature = base64.b64encode(digest).decode("ascii")
    return f'sign_type="HMAC-SHA256", signature="{signature}"'


def answer(access_key: str, members: dict) -> tuple[bytes, dict[str, str]]:
    """Body and headers of an answer: serialised once, and those bytes are signed and sent."""
    body = json.dumps(members).encode("utf-8")
    return body, {
        "Content-Type": "application/json;charset=UTF-8",
        "Content-Length": str(len(body)),  # of the bytes, not of the text
        "Body-Sign": body_sign(access_key, body),
    }

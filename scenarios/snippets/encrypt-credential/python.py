import base64
import hashlib
import secrets
import string

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def derive_key(access_key: str, bits: int) -> bytes:
    """The AES key, as Java's SHA1PRNG makes it of the access key; bits is 128 or 256."""
    signed = lambda byte: byte - 256 if byte > 127 else byte
    state = bytearray(hashlib.sha1(access_key.encode("utf-8")).digest())
    stream = b""
    while len(stream) < bits // 8:
        block = hashlib.sha1(state).digest()
        stream += block
        carry, changed = 1, False
        for i in range(20):
            # Java's bytes are signed: the carry is 0, -1 or -2 after the first one.
            total = signed(state[i]) + signed(block[i]) + carry
            changed |= state[i] != total & 255
            state[i] = total & 255
            carry = total >> 8
        if not changed:
            state[0] = (state[0] + 1) & 255
    return stream[: bits // 8]


def new_iv() -> str:
    """Sixteen characters, anew for each value."""
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(16))


def encrypt(access_key: str, bits: int, iv: str, text: str) -> str:
    """For userName and password; 256 bits go with encryptType 1, 128 with 2."""
    padder = padding.PKCS7(128).padder()
    padded = padder.update(text.encode("utf-8")) + padder.finalize()
    cipher = Cipher(algorithms.AES(derive_key(access_key, bits)), modes.CBC(iv.encode("ascii")))
    encryptor = cipher.encryptor()
    return iv + base64.b64encode(encryptor.update(padded) + encryptor.finalize()).decode("ascii")


def decrypt(access_key: str, bits: int, value: str) -> str:
    """For mobilePhone and email; bits are those chosen when the product was released."""
    iv, blocks = value[:16].encode("ascii"), base64.b64decode(value[16:])
    cipher = Cipher(algorithms.AES(derive_key(access_key, bits)), modes.CBC(iv))
    decryptor = cipher.decryptor()
    padded = decryptor.update(blocks) + decryptor.finalize()
    unpadder = padding.PKCS7(128).unpadder()
    return (unpadder.update(padded) + unpadder.finalize()).decode("utf-8")

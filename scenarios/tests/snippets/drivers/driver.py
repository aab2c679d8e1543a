"""Runs the Python snippets: a line with an operation and hexadecimal arguments in, a line out."""
import importlib.util
import pathlib
import sqlite3
import subprocess
import sys
import types


def stand_in():
    """The few names of `cryptography` that the snippet uses, on the command openssl."""

    def run(key, iv, data, flag):
        command = ["openssl", "enc", flag, f"-aes-{len(key) * 8}-cbc", "-nopad"]
        command += ["-K", key.hex(), "-iv", iv.hex()]
        return subprocess.run(command, input=data, capture_output=True, check=True).stdout

    class Pass:
        def __init__(self, work):
            self.work = work

        def update(self, data):
            return self.work(data)

        def finalize(self):
            return b""

    class Cipher:
        def __init__(self, key, iv):
            self.key, self.iv = key, iv

        def encryptor(self):
            return Pass(lambda data: run(self.key, self.iv, data, "-e"))

        def decryptor(self):
            return Pass(lambda data: run(self.key, self.iv, data, "-d"))

    class PKCS7:
        def __init__(self, bits):
            self.size = bits // 8

        def padder(self):
            return Pass(lambda data: data + bytes([self.size - len(data) % self.size]) * (self.size - len(data) % self.size))

        def unpadder(self):
            return Pass(lambda data: data[: -data[-1]])

    names = {
        "cryptography": {},
        "cryptography.hazmat": {},
        "cryptography.hazmat.primitives": {"padding": types.SimpleNamespace(PKCS7=PKCS7)},
        "cryptography.hazmat.primitives.ciphers": {
            "Cipher": Cipher,
            "algorithms": types.SimpleNamespace(AES=lambda key: key),
            "modes": types.SimpleNamespace(CBC=lambda iv: iv),
        },
    }
    for name, members in names.items():
        module = types.ModuleType(name)
        module.__dict__.update(members)
        sys.modules[name] = module


def load(topic):
    path = pathlib.Path(sys.argv[1]) / topic / "python.py"
    spec = importlib.util.spec_from_file_location(topic.replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def header():
    """The header lines that a server sends, byte for byte."""
    import http.client
    import threading
    from wsgiref.simple_server import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        def log_message(self, *_):
            pass

    app = load("header-name").application
    environ = lambda e, s: app({**e, "marketplace.answer": (b"{}", "value")}, s)
    with make_server("127.0.0.1", 0, environ, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
        connection.request("GET", "/")
        names = [name for name, _ in connection.getresponse().getheaders()]
        thread.join()
    return "Body-Sign" if "Body-Sign" in names else ",".join(names)


if "--stand-in" in sys.argv:
    stand_in()
token, sign, cipher = load("verify-token"), load("sign-body"), load("encrypt-credential")
signed = load("verify-signature")
flag, once = load("test-flag"), load("purchase-once")
db = sqlite3.connect(":memory:")
db.execute(once.SCHEMA)


def answer(operation, *given):
    text = lambda at: given[at].decode("utf-8")
    if operation == "verify":
        return str(token.is_from_marketplace(text(0), text(1))).lower()
    if operation == "signed":
        return str(signed.is_signed(text(0), text(1), given[2], int(text(3)))).lower()
    if operation == "sign":
        return sign.body_sign(text(0), given[1])
    if operation == "answer":
        body, headers = sign.answer(text(0), {"resultMsg": "好"})
        same = headers["Body-Sign"] == sign.body_sign(text(0), body)
        return str(same and headers["Content-Length"] == str(len(body))).lower()
    if operation == "derive":
        return cipher.derive_key(text(0), int(text(1))).hex()
    if operation == "iv":
        return cipher.new_iv()
    if operation == "encrypt":
        return cipher.encrypt(text(0), int(text(1)), text(2), text(3))
    if operation == "decrypt":
        return cipher.decrypt(text(0), int(text(1)), text(2)).encode("utf-8").hex()
    if operation == "test":
        return str(flag.is_test(dict([text(0).split("=")]) if given else {})).lower()
    if operation == "purchase":
        return once.purchase(db, {"orderId": text(0), "businessId": text(1)})
    if operation == "header":
        return header()
    return "unknown operation"


for line in sys.stdin:
    operation, *arguments = line.rstrip("\n").split("\t")
    print(answer(operation, *map(bytes.fromhex, arguments)), flush=True)

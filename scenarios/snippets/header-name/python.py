def application(environ, start_response):
    """A WSGI application: gunicorn, uWSGI and the like send names as they are given, over HTTP/1.1.

    Starlette and FastAPI write names in lower case; there, past their headers:
        response.raw_headers.append((b"Body-Sign", value.encode("ascii")))
    """
    body, value = environ["marketplace.answer"]  # the bytes, and their signature
    start_response("200 OK", [
        ("Content-Type", "application/json;charset=UTF-8"),
        ("Content-Length", str(len(body))),
        ("Body-Sign", value),
    ])
    return [body]

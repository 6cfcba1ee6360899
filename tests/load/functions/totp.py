"""Codes of an authenticator app (RFC 6238), as the person's phone makes them."""

import base64
import hashlib
import hmac
import struct
import time

STEP = 30


def code(secret, steps=0):
    """The code of now, or of so many steps later."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // STEP + steps), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"

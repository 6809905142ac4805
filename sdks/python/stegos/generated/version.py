# Generated from openrpc.json by `npm run generate`. Do not edit.
"""Version of this package: that of its contract."""

VERSION = "0.1.0"

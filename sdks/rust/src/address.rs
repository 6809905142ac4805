//! The address of a node.

/// Where a node is, from an address such as `http://127.0.0.1:3145` or `https://node.example/stegos`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Whether TLS is asked for.
    pub secure: bool,
    /// Name or number, without the brackets of an IPv6 address.
    pub host: String,
    pub port: u16,
    /// What stands before `/rpc` and `/ws`; empty, or with a slash at the beginning only.
    pub path: String,
}

impl Address {
    /// None when it is no such address. `ws://` is taken for `http://`, and so with TLS. What names a user is refused: a token
    /// does not belong into an address.
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let secure = match scheme {
            "http" | "ws" => false,
            "https" | "wss" => true,
            _ => return None,
        };
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (host, port) = match authority.strip_prefix('[') {
            Some(inner) => inner.split_once(']')?,
            None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
        };
        let port = match port.strip_prefix(':') {
            Some(digits) => digits.parse().ok()?,
            None if port.is_empty() => {
                if secure {
                    443
                } else {
                    80
                }
            }
            None => return None,
        };
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic() && !b"@?#[]".contains(&byte));
        let path = path.trim_end_matches('/').to_owned();
        let fits = !host.is_empty() && plain(host) && plain(&path);
        fits.then(|| Self { secure, host: host.to_owned(), port, path })
    }

    /// As a header `Host` has it.
    pub fn authority(&self) -> String {
        match self.host.contains(':') {
            true => format!("[{}]:{}", self.host, self.port),
            false => format!("{}:{}", self.host, self.port),
        }
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scheme = if self.secure { "https" } else { "http" };
        write!(out, "{scheme}://{}{}", self.authority(), self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn addresses() {
        for (text, shown) in [
            ("http://127.0.0.1:3145", "http://127.0.0.1:3145"),
            ("ws://localhost/", "http://localhost:80"),
            ("https://node.example/stegos/", "https://node.example:443/stegos"),
            ("http://[::1]:3145", "http://[::1]:3145"),
        ] {
            assert_eq!(Address::parse(text).unwrap().to_string(), shown);
        }
        for text in [
            "",
            "127.0.0.1:3145",
            "ftp://x",
            "http://",
            "http://x:99999",
            "http://me@x",
            "http://x/?token=1",
            "http://a b",
            "http://x/\r\nY: 1",
        ] {
            assert_eq!(Address::parse(text), None, "{text}");
        }
    }
}

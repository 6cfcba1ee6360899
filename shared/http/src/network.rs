//! The network that a call comes from.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The network of an address: an IPv4 address by itself, the first 64 bits of an IPv6 address. Whoever has one address of
/// IPv6 has a whole /64 of them (RFC 6177), and could begin anew with each.
pub fn network(address: &str) -> String {
    match address.parse() {
        // This machine, by its address of either kind. A bench comes from others of 127.0.0.0/8, each a network of its own.
        Ok(address)
            if address == IpAddr::V4(Ipv4Addr::LOCALHOST) || address == IpAddr::V6(Ipv6Addr::LOCALHOST) =>
        {
            "loopback".to_owned()
        }
        Ok(IpAddr::V6(address)) => match address.to_ipv4_mapped() {
            Some(address) => address.to_string(),
            None => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        },
        Ok(IpAddr::V4(_)) | Err(_) => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_neighbour_in_ipv6_is_the_same_network() {
        assert_eq!(network("2001:db8:1:2::1"), network("2001:db8:1:2:ffff::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), "192.0.2.1");
        assert_eq!(network("::1"), network("127.0.0.1"));
        assert_ne!(network("127.7.0.1"), network("127.0.0.1"));
        assert_eq!(network("192.0.2.1"), "192.0.2.1");
        assert_eq!(network("unknown"), "unknown");
    }
}

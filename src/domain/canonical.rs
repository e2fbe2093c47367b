//! The canonical form of a fact: JSON with sorted keys, no blanks, integers and strings only.
//!
//! Invariant: the same content gives the same bytes for ever, whatever order it was put together in.
//! What is absent is left out, so that a column added later does not change an old fact's form.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// Writes a value in canonical form: keys sorted at every depth, nulls left out of objects.
#[must_use]
pub fn text(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.iter().filter(|(_, value)| !value.is_null()).map(|(key, _)| key).collect();
            keys.sort();
            out.push('{');
            for (position, key) in keys.into_iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                out.push_str(&Value::String(key.clone()).to_string());
                out.push(':');
                if let Some(value) = map.get(key) {
                    write(value, out);
                }
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (position, item) in items.iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        other => out.push_str(&other.to_string()),
    }
}

/// SHA-256 of a text, in lower-case hex.
///
/// ```
/// // FIPS 180-4, the one-block example.
/// assert_eq!(
///     norma::domain::canonical::sha256("abc"),
///     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
/// );
/// ```
#[must_use]
pub fn sha256(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digest = Sha256::digest(text.as_bytes());
    let mut hex = String::with_capacity(64);
    for byte in digest {
        for nibble in [byte >> 4, byte & 15] {
            if let Some(digit) = DIGITS.get(usize::from(nibble)) {
                hex.push(char::from(*digit));
            }
        }
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn keys_are_sorted_at_every_depth_and_nulls_left_out() {
        let value = json!({"b": [{"z": 1, "a": "ё\""}], "a": 2, "c": null});
        assert_eq!(text(&value), r#"{"a":2,"b":[{"a":"ё\"","z":1}]}"#);
    }
}

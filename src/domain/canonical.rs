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
            let mut rows: Vec<(&String, &Value)> = map.iter().filter(|(_, value)| !value.is_null()).collect();
            rows.sort_unstable_by_key(|(key, _)| *key);
            out.push('{');
            for (position, (key, value)) in rows.into_iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                quote(key, out);
                out.push(':');
                write(value, out);
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
        Value::String(text) => quote(text, out),
        other => out.push_str(&other.to_string()),
    }
}

/// A text as JSON quotes it: what is not a control character, a quotation mark or a backslash stands as it is.
pub fn quote(text: &str, out: &mut String) {
    if text.bytes().all(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\') {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        out.push_str(&Value::from(text).to_string());
    }
}

/// A value of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Absent: left out.
    Null,
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(&'a str),
}

/// The canonical form of a fact: its table and row, as [`text`] writes `{"form": 1, "table": …, "row": {…}}`.
///
/// ```
/// use norma::domain::canonical::{Cell, fact};
/// let row = vec![("b", Cell::Integer(2)), ("a", Cell::Text("ё")), ("c", Cell::Null)];
/// assert_eq!(fact("t", row), r#"{"form":1,"row":{"a":"ё","b":2},"table":"t"}"#);
/// ```
#[must_use]
pub fn fact(table: &str, mut row: Vec<(&str, Cell<'_>)>) -> String {
    row.sort_unstable_by_key(|(name, _)| *name);
    let mut out = String::with_capacity(512);
    out.push_str("{\"form\":1,\"row\":{");
    let mut between = "";
    for (name, cell) in row {
        if cell == Cell::Null {
            continue;
        }
        out.push_str(between);
        between = ",";
        quote(name, &mut out);
        out.push(':');
        match cell {
            Cell::Integer(number) => out.push_str(&number.to_string()),
            Cell::Text(text) => quote(text, &mut out),
            Cell::Null => {}
        }
    }
    out.push_str("},\"table\":");
    quote(table, &mut out);
    out.push('}');
    out
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

    #[test]
    fn a_fact_has_the_form_of_its_value() {
        for odd in ["", "договор «7»", "a\"b\\c", "две\nстроки\t\u{1}", "\u{7f}\u{2028}😀"] {
            let row = json!({"text": odd, "number": -7, "nothing": null, "key": i64::MAX});
            let value = json!({"form": 1, "table": odd, "row": row});
            let cells = vec![
                ("text", Cell::Text(odd)),
                ("number", Cell::Integer(-7)),
                ("nothing", Cell::Null),
                ("key", Cell::Integer(i64::MAX)),
            ];
            assert_eq!(fact(odd, cells), text(&value));
        }
    }
}

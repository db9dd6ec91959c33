//! The published schema is what the types say; `mubin-build schema` writes it.

#[test]
fn published_schema_is_derived_from_the_types() {
    assert_eq!(
        mubin::report::json::SCHEMA_TEXT,
        mubin::report::json::derived_schema(),
        "write it anew with: cargo run --bin mubin-build schema"
    );
}

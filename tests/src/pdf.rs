//! PDFs, honest and hostile, written by ourselves.

/// Puts objects together to a file: the catalogue is object 1. What refers to an object says so by its place.
pub fn file(objects: &[String]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).into_bytes());
    }
    let table = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        pdf.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let size = objects.len() + 1;
    let end = format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
    pdf.extend(end.into_bytes());
    pdf
}

/// A page with this much around it (`/MediaBox`, `/Rotate`), and what is drawn on it. Helvetica is `/F1`.
pub fn page(attributes: &str, drawn: &str) -> Vec<u8> {
    pages(attributes, drawn, &[])
}

/// The same with more objects, from number 6 on.
pub fn pages(attributes: &str, drawn: &str, more: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R {attributes} /Contents 4 0 R \
             /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>"
        ),
        stream("", drawn),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    objects.extend(more.iter().map(|object| (*object).to_owned()));
    file(&objects)
}

/// A stream object.
pub fn stream(entries: &str, content: &str) -> String {
    format!(
        "<< {entries} /Length {} >>\nstream\n{content}\nendstream",
        content.len()
    )
}

/// A page of A4 with a title, a line of text, and a blue square in its lower left corner.
pub fn booklet() -> Vec<u8> {
    page(A4, BOOKLET)
}

/// A page of A4.
pub const A4: &str = "/MediaBox [0 0 595 842]";
/// What [`booklet`] shows.
pub const BOOKLET: &str = "0.1 0.2 0.9 rg 0 0 150 150 re f 0 g BT /F1 48 Tf 60 700 Td (Walks by the sea) Tj ET \
                           BT /F1 20 Tf 60 650 Td (Twelve days, from bakery to bakery) Tj ET";

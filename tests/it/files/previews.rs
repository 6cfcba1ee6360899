//! First pages of PDFs as pictures, and what a hostile PDF costs.

use bytes::Bytes;
use futures_util::{StreamExt as _, stream};
use proconnect_files::{Pixels, Previewer as _};
use proconnect_preview::Child;
use proconnect_tests::{Expect, Person, TestApp, id, pdf, program};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// The child that `make run` and the scanner's function start.
async fn draw(content: Vec<u8>) -> Option<Pixels> {
    let pieces: Vec<_> = content
        .chunks(64 * 1024)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    let child = Child::new(&program());
    child.first_page(stream::iter(pieces).boxed()).await.ok()
}

/// The colour in the middle of a cell, of 10 × 10 that the page is divided into.
fn colour(page: &Pixels, column: u32, row: u32) -> &[u8] {
    let (x, y) = (
        (2 * column + 1) * page.width / 20,
        (2 * row + 1) * page.height / 20,
    );
    let at = 3 * (y * page.width + x) as usize;
    &page.rgb[at..at + 3]
}

fn is_blue(colour: &[u8]) -> bool {
    colour[2] > 180 && colour[0] < 80
}

#[tokio::test]
async fn pages_are_drawn_as_they_are_read() {
    let page = draw(pdf::booklet()).await.unwrap();
    assert_eq!((page.width, page.height), (1280, 1811));
    assert!(is_blue(colour(&page, 0, 9)));
    assert_eq!(colour(&page, 9, 9), [255, 255, 255]);
    // There are letters, by the font that the file does not bring along.
    let dark = page
        .rgb
        .chunks(3)
        .filter(|pixel| pixel.iter().all(|part| *part < 60));
    assert!(dark.count() > 5_000);

    let slide = draw(pdf::page("/MediaBox [0 0 960 540]", pdf::BOOKLET))
        .await
        .unwrap();
    assert_eq!((slide.width, slide.height), (1280, 720));

    // Turned by a quarter to the right: what was at the bottom left is at the top left.
    let turned = draw(pdf::page(&format!("{} /Rotate 90", pdf::A4), pdf::BOOKLET))
        .await
        .unwrap();
    assert_eq!((turned.width, turned.height), (1280, 905));
    assert!(is_blue(colour(&turned, 0, 0)) && !is_blue(colour(&turned, 0, 9)));
}

#[tokio::test]
async fn what_cannot_be_read_has_no_picture() {
    let whole = pdf::booklet();
    let no_pages = pdf::file(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [] /Count 0 >>".to_owned(),
    ]);
    for (what, content) in [
        ("nothing", Vec::new()),
        ("a head alone", b"%PDF-1.7\n".to_vec()),
        ("no pages", no_pages),
        ("encrypted with a password", encrypted()),
        ("cut off in its first object", whole[..40].to_vec()),
        ("noise", noise()),
    ] {
        assert!(draw(content).await.is_none(), "{what}");
    }
}

/// Another password than the empty one: what is kept of it fits none.
fn encrypted() -> Vec<u8> {
    let text = String::from_utf8(pdf::booklet()).unwrap();
    let key = "00".repeat(32);
    let entry = format!(
        "/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{key}> /U <{key}> >>"
    );
    text.replace("/Root 1 0 R", &entry).into_bytes()
}

fn noise() -> Vec<u8> {
    let mut state: u32 = 7;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    b"%PDF-1.4\n"
        .iter()
        .copied()
        .chain((0..200_000).map(|_| next()))
        .collect()
}

#[tokio::test]
async fn claims_of_size_are_not_believed() {
    for media in [
        "[0 0 99999999 99999999]",
        "[0 0 1e38 1e38]",
        "[0 0 0 0]",
        "[-5 -5 -5 -5]",
        "[0 0 1 14400]",
    ] {
        if let Some(page) = draw(pdf::page(&format!("/MediaBox {media}"), pdf::BOOKLET)).await {
            assert!(page.is_whole(), "{media}");
        }
    }
    // A picture of 100,000 × 100,000 pixels that is a few bytes long.
    let picture = pdf::stream(
        "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
        "x",
    );
    let bomb = pdf::pages(pdf::A4, "500 0 0 500 0 0 cm /X Do", &[&picture]);
    bounded("a picture's size", bomb).await;
}

/// However it ends: soon, and without harm to this process.
async fn bounded(what: &str, content: Vec<u8>) {
    let start = Instant::now();
    let page = draw(content).await;
    let took = start.elapsed();
    println!(
        "{what}: {} in {took:.1?}",
        if page.is_some() { "drawn" } else { "not drawn" }
    );
    assert!(page.is_none_or(|page| page.is_whole()), "{what}");
    assert!(took < Duration::from_secs(20), "{what}: {took:?}");
}

#[tokio::test]
async fn what_never_ends_is_ended() {
    // A form that draws itself twice.
    let form = pdf::stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>",
        "/X Do /X Do",
    );
    bounded("a form in itself", pdf::pages(pdf::A4, "/X Do", &[&form])).await;
    // A page tree that is its own branch, and a long chain of parents.
    let circle = pdf::file(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>".to_owned(),
    ]);
    bounded("pages in themselves", circle).await;
    bounded(
        "deep arrays",
        pdf::page(&format!("{} /Deep {}", pdf::A4, "[".repeat(2_000_000)), ""),
    )
    .await;
    bounded("deep states", pdf::page(pdf::A4, &"q ".repeat(3_000_000))).await;
    let many = "1 0 0 rg 0 0 595 842 re f ".repeat(1_500_000);
    bounded("millions of rectangles", pdf::page(pdf::A4, &many)).await;
    // A pattern of tiny dashes along an endless line.
    let dashes = "[0.0001] 0 d 0.0001 w 0 0 m 1000000 1000000 l S ".repeat(50);
    bounded("dashes", pdf::page(pdf::A4, &dashes)).await;
}

#[tokio::test]
async fn who_is_late_or_says_too_much_is_killed() {
    let start = Instant::now();
    let child = Child::new(&program()).patient(Duration::from_millis(300));
    let never = stream::pending::<std::io::Result<Bytes>>().boxed();
    assert!(child.first_page(never).await.is_err());
    assert!(start.elapsed() < Duration::from_secs(5));
    // The next one is not kept waiting by it.
    let child = Child::new(&program());
    let endless = stream::repeat_with(|| Ok(Bytes::from(vec![b' '; 1 << 20]))).boxed();
    assert!(child.first_page(endless).await.is_err());
    assert!(
        Child::new(std::path::Path::new("/nowhere"))
            .first_page(stream::empty().boxed())
            .await
            .is_err()
    );
}

/// The sizes of a stored picture.
async fn size(app: &TestApp, url: &str) -> (u32, u32) {
    let url = url
        .strip_prefix('/')
        .map_or(url.to_owned(), |path| format!("http://localhost:8080/{path}"));
    let fetched = app.world.fetch("GET", &url, &[], vec![]).await;
    assert_eq!(
        (fetched.status, &fetched.headers["content-type"]),
        (200, &"image/webp".parse().unwrap())
    );
    let picture = image::load_from_memory_with_format(&fetched.content, image::ImageFormat::WebP).unwrap();
    (picture.width(), picture.height())
}

async fn state(app: &TestApp, person: &Person, file: &str) -> Value {
    app.get(person, &format!("/v1/files/{file}"))
        .await
        .expect_status(200)
        .body
}

#[tokio::test]
async fn a_portfolio_shows_the_first_page_to_everybody_until_the_piece_goes() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let file = app
        .work(&felix, "walks.pdf", "application/pdf", &pdf::booklet())
        .await;
    let shown = state(&app, &felix, &file).await;
    assert_eq!(shown["previewUrl"], json!(format!("/pictures/{file}/small.webp")));
    assert_eq!(
        size(&app, &format!("/pictures/{file}/small.webp")).await,
        (480, 679)
    );
    assert_eq!(
        size(&app, &format!("/pictures/{file}/large.webp")).await,
        (1280, 1811)
    );

    let body = json!({"title": "A booklet of walks", "fileId": file});
    let piece = app
        .post(&felix, "/v1/users/me/portfolio", body)
        .await
        .expect_status(201)
        .body;
    assert_eq!(
        (&piece["pictureId"], &piece["file"]["id"]),
        (&json!(file), &json!(file))
    );
    assert_eq!(piece["file"]["hasPreview"], true);
    assert_eq!(app.download(&clara, &file).await.content, pdf::booklet());
    // And in the bid that shows the piece.
    let path = format!("/v1/tasks/{}/bids", app.task(&clara).await);
    let mut bid = app.bid_body(40_000);
    bid["portfolioItemIds"] = json!([id(&piece)]);
    app.post(&felix, &path, bid).await.expect_status(201);
    let bids = app.get(&clara, &path).await.body;
    let kept = &bids["items"][0]["portfolioItems"][0];
    assert_eq!(
        (&kept["pictureId"], &kept["file"]["id"]),
        (&json!(file), &json!(file))
    );

    let path = format!("/v1/users/me/portfolio/{}", id(&piece));
    app.call(&felix, "DELETE", &path, None).await.expect_status(204);
    app.world.tick().await.unwrap();
    app.drain().await;
    assert!(app.world.object_keys().unwrap().is_empty());
}

#[tokio::test]
async fn elsewhere_the_first_page_is_as_private_as_the_file() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let file = app
        .send_named(&felix, "bid", "offer.pdf", "application/pdf", &pdf::booklet())
        .await;
    app.drain().await;
    let path = format!("/v1/tasks/{}/bids", app.task(&clara).await);
    let mut bid = app.bid_body(40_000);
    bid["attachmentIds"] = json!([file]);
    app.post(&felix, &path, bid).await.expect_status(201);
    let bids = app.get(&clara, &path).await.body;
    assert_eq!(bids["items"][0]["attachments"][0]["hasPreview"], true);
    let seen = state(&app, &clara, &file).await;
    assert_eq!(size(&app, seen["previewUrl"].as_str().unwrap()).await, (480, 679));
    // Nothing of it lies where everybody may look, and others are told nothing.
    let mut keys = app.world.object_keys().unwrap();
    keys.sort();
    assert_eq!(keys, [format!("files/{file}"), format!("files/{file}-page.webp")]);
    let eve = app.person("freelancer").await;
    app.get(&eve, &format!("/v1/files/{file}"))
        .await
        .expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_pdf_without_a_picture_is_a_clean_file() {
    let app = TestApp::new().await;
    let felix = app.person("freelancer").await;
    for content in [b"%PDF-1.7\nA booklet of walks".to_vec(), encrypted()] {
        let file = app.work(&felix, "walks.pdf", "application/pdf", &content).await;
        let seen = state(&app, &felix, &file).await;
        assert_eq!((&seen["status"], seen.get("previewUrl")), (&json!("clean"), None));
        assert_eq!(app.download(&felix, &file).await.content, content);
    }
    assert_eq!(app.world.object_keys().unwrap().len(), 2);
}

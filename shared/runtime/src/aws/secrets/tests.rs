#![allow(clippy::unwrap_used)]

use super::*;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_sdk_dynamodb::config::Region;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::thread::JoinHandle;

struct Received {
    line: String,
    headers: BTreeMap<String, String>,
    body: String,
}

/// Answers one connection after the other on loopback, and tells what was asked.
fn server(answers: Vec<(u16, &'static str)>) -> (SecretsManager, JoinHandle<Vec<Received>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}/", listener.local_addr().unwrap());
    let asked = std::thread::spawn(move || {
        answers
            .into_iter()
            .map(|answer| serve(&listener, answer))
            .collect()
    });
    let credentials = Credentials::new("AKID", "shhh", Some("session".to_owned()), None, "test");
    let manager = SecretsManager::new(AwsClientConfig {
        region: Region::new("eu-central-1"),
        credentials: SharedCredentialsProvider::new(credentials),
        http: super::super::http_client(),
        endpoint: Some(endpoint),
    });
    (manager, asked)
}

fn serve(listener: &TcpListener, (status, answer): (u16, &str)) -> Received {
    let (mut connection, _) = listener.accept().unwrap();
    let mut reader = BufReader::new(connection.try_clone().unwrap());
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let headers: BTreeMap<String, String> = lines[1..]
        .iter()
        .map(|line| line.split_once(':').unwrap())
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let mut body = vec![0; headers["content-length"].parse().unwrap()];
    reader.read_exact(&mut body).unwrap();
    let length = answer.len();
    let head = format!("HTTP/1.1 {status} -\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
    connection
        .write_all(format!("{head}{answer}").as_bytes())
        .unwrap();
    Received {
        line: lines[0].clone(),
        headers,
        body: String::from_utf8(body).unwrap(),
    }
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What AWS computes from what it receives:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
fn signature(received: &Received, signed: &str) -> String {
    let headers: String = signed
        .split(';')
        .map(|name| format!("{name}:{}\n", received.headers[name]))
        .collect();
    let hash = hex(&Sha256::digest(&received.body));
    let canonical = hex(&Sha256::digest(format!("POST\n/\n\n{headers}\n{signed}\n{hash}")));
    let time = &received.headers["x-amz-date"];
    let scope = ["eu-central-1", "secretsmanager", "aws4_request"];
    let key = scope
        .iter()
        .fold(hmac(b"AWS4shhh", &time[..8]), |key, part| hmac(&key, part));
    let scope = format!("{}/{}", &time[..8], scope.join("/"));
    hex(&hmac(
        &key,
        &format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{canonical}"),
    ))
}

#[tokio::test]
async fn the_call_is_signed_and_its_text_is_the_answer() {
    let (manager, asked) = server(vec![(200, r#"{"Name": "x/app", "SecretString": "{\"a\": 1}"}"#)]);
    assert_eq!(manager.read("x/app").await.unwrap(), r#"{"a": 1}"#);
    let received = asked.join().unwrap().remove(0);
    assert_eq!(received.line, "POST / HTTP/1.1");
    assert_eq!(received.body, r#"{"SecretId":"x/app"}"#);
    let headers = &received.headers;
    assert_eq!(headers["content-type"], "application/x-amz-json-1.1");
    assert_eq!(headers["x-amz-target"], "secretsmanager.GetSecretValue");
    assert_eq!(headers["x-amz-security-token"], "session");
    let authorization = &headers["authorization"];
    let signed = "content-type;host;x-amz-date;x-amz-security-token;x-amz-target";
    let expected = signature(&received, signed);
    let day = &headers["x-amz-date"][..8];
    let credential =
        format!("AWS4-HMAC-SHA256 Credential=AKID/{day}/eu-central-1/secretsmanager/aws4_request");
    assert_eq!(
        *authorization,
        format!("{credential}, SignedHeaders={signed}, Signature={expected}")
    );
}

#[tokio::test]
async fn without_another_endpoint_it_is_the_regions_own() {
    let (manager, _) = server(vec![]);
    let manager = SecretsManager::new(AwsClientConfig {
        endpoint: None,
        ..manager.aws
    });
    let request = manager.request("x/app").await.unwrap();
    assert_eq!(
        request.uri(),
        "https://secretsmanager.eu-central-1.amazonaws.com/"
    );
}

#[tokio::test]
async fn what_passes_is_tried_again() {
    let throttled = r#"{"__type": "ThrottlingException", "message": "Rate exceeded"}"#;
    let (manager, asked) = server(vec![
        (503, ""),
        (400, throttled),
        (200, r#"{"SecretString": "{}"}"#),
    ]);
    assert_eq!(manager.read("x/app").await.unwrap(), "{}");
    assert_eq!(asked.join().unwrap().len(), 3);
}

#[tokio::test]
async fn the_third_failure_is_the_last() {
    let (manager, asked) = server(vec![(500, "{}"), (500, "{}"), (500, "{}")]);
    let error = manager.read("x/app").await.unwrap_err().0;
    assert!(
        error.starts_with("the secret x/app could not be read: 500"),
        "{error}"
    );
    assert_eq!(asked.join().unwrap().len(), 3);
    let error = manager.read("x/app").await.unwrap_err().0;
    assert!(error.to_lowercase().contains("refused"), "{error}");
}

#[tokio::test]
async fn a_refusal_is_final_and_says_why() {
    let denied = r#"{"__type": "AccessDeniedException", "Message": "not authorized to perform: secretsmanager:GetSecretValue"}"#;
    for (status, answer, expected) in [
        (
            400,
            denied,
            "400 AccessDeniedException not authorized to perform: secretsmanager:GetSecretValue",
        ),
        (
            400,
            r#"{"__type": "ResourceNotFoundException"}"#,
            "400 ResourceNotFoundException ",
        ),
        (200, r#"{"SecretBinary": "aHVudGVyMg=="}"#, "it holds no text"),
        (200, "hunter2", "it holds no text"),
    ] {
        let (manager, asked) = server(vec![(status, answer)]);
        let error = manager.read("x/app").await.unwrap_err().0;
        assert_eq!(error, format!("the secret x/app could not be read: {expected}"));
        assert_eq!(asked.join().unwrap().len(), 1);
    }
}

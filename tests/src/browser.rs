//! A browser without a window: cookies, forms, redirects that are looked at.

use std::{fmt::Write, sync::Arc};

use kernel::PersonId;
use reqwest::{Client, Method, RequestBuilder, cookie::Jar, redirect::Policy};
use serde_json::Value;

/// Someone at a browser, signed in or not. A clone is the same browser.
#[derive(Clone)]
pub struct Browser {
    http: Client,
    jar: Arc<Jar>,
    base: String,
    token: Option<String>,
    /// Who is signed in.
    pub person: Option<PersonId>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where it leads, or empty.
    pub location: String,
    /// Its headers.
    pub headers: reqwest::header::HeaderMap,
    /// Its body.
    pub text: String,
    /// The same, byte by byte.
    pub bytes: Vec<u8>,
}

impl Browser {
    /// A new browser without cookies.
    pub fn new(base: &str) -> Self {
        let jar = Arc::new(Jar::default());
        let http = Client::builder()
            .cookie_provider(Arc::clone(&jar))
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        Self {
            http,
            jar,
            base: base.to_owned(),
            token: None,
            person: None,
        }
    }

    /// A program that uses the API with this token.
    #[must_use]
    pub fn with_token(mut self, token: &str) -> Self {
        self.token = Some(token.to_owned());
        self
    }

    /// Keeps a cookie.
    pub fn keep_cookie(&self, name: &str, value: &str) {
        let url = self.base.parse().unwrap();
        self.jar
            .add_cookie_str(&format!("{name}={value}; Path=/"), &url);
    }

    /// Looks at a page.
    pub async fn get(&self, path: &str) -> Answer {
        answer(self.request(Method::GET, path)).await
    }

    /// The same with a program that may end before it has answered.
    pub async fn try_get(&self, path: &str) -> Result<Answer, reqwest::Error> {
        heard(self.request(Method::GET, path)).await
    }

    /// Sends a form, as a page of the centre would; where the answer says that it comes to something
    /// else than the form said, agrees and sends it once more.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.try_post(path, fields).await.unwrap()
    }

    /// The same with a program that may end before it has answered.
    pub async fn try_post(
        &self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Result<Answer, reqwest::Error> {
        let answer = heard(self.form(path, fields)).await?;
        let told = answer.text.split_once("name=\"comes_to\" value=\"");
        let Some((_, rest)) = told.filter(|_| answer.status == 409) else {
            return Ok(answer);
        };
        let comes_to = rest.split('"').next().unwrap_or_default();
        let mut agreed = fields.to_vec();
        agreed.retain(|(name, _)| *name != "comes_to");
        agreed.push(("comes_to", comes_to));
        heard(self.form(path, &agreed)).await
    }

    /// Sends a form, and leaves it at that.
    pub async fn post_once(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        answer(self.form(path, fields)).await
    }

    /// The same from a page that the browser names.
    pub async fn post_from(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let from = format!("{}{page}", self.base);
        answer(self.form(path, fields).header("referer", from)).await
    }

    fn form(&self, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        self.request(Method::POST, path)
            .header("origin", &self.base)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.join("&"))
    }

    /// Sends a form with papers (a name and a content each), as a page of the centre would.
    pub async fn post_papers(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        papers: &[(&str, &[u8])],
    ) -> Answer {
        self.try_post_papers(path, fields, papers).await.unwrap()
    }

    /// The same with a program that may end before it has answered.
    pub async fn try_post_papers(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        papers: &[(&str, &[u8])],
    ) -> Result<Answer, reqwest::Error> {
        let papers: Vec<_> = papers
            .iter()
            .map(|(name, content)| ("papers", *name, *content))
            .collect();
        self.try_post_named(path, fields, &papers).await
    }

    /// Sends a form with a paper in each of several fields: field, name and content.
    pub async fn post_named(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        papers: &[(&str, &str, &[u8])],
    ) -> Answer {
        self.try_post_named(path, fields, papers).await.unwrap()
    }

    async fn try_post_named(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        papers: &[(&str, &str, &[u8])],
    ) -> Result<Answer, reqwest::Error> {
        const BETWEEN: &str = "between-the-fields-of-a-form";
        let mut body = Vec::new();
        let mut part = |about: String, content: &[u8]| {
            body.extend_from_slice(format!("--{BETWEEN}\r\n{about}\r\n\r\n").as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        };
        for (name, value) in fields {
            let about = format!("Content-Disposition: form-data; name=\"{name}\"");
            part(about, value.as_bytes());
        }
        for (field, name, content) in papers {
            let about = format!(
                "Content-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream"
            );
            part(about, content);
        }
        body.extend_from_slice(format!("--{BETWEEN}--\r\n").as_bytes());
        let request = self
            .request(Method::POST, path)
            .header("origin", &self.base)
            .header(
                "content-type",
                format!("multipart/form-data; boundary={BETWEEN}"),
            )
            .body(body);
        heard(request).await
    }

    /// Sends a form and follows where it leads.
    pub async fn post_and_follow(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.text);
        self.get(&answer.location).await
    }

    /// Sends JSON to the API.
    pub async fn post_json(&self, path: &str, body: &Value, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.request(Method::POST, path).json(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(request).await
    }

    /// Any other request, to be sent with [`Browser::send`].
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let path = path.strip_prefix(&self.base).unwrap_or(path);
        let request = self.http.request(method, format!("{}{path}", self.base));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Sends what [`Browser::request`] began.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        answer(request).await
    }

    /// The same with a program that may end before it has answered.
    pub async fn try_send(&self, request: RequestBuilder) -> Result<Answer, reqwest::Error> {
        heard(request).await
    }
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|error| panic!("{error}: {} {}", self.status, self.text))
    }

    /// Fails unless the body holds this.
    #[track_caller]
    pub fn shows(&self, text: &str) {
        assert!(
            self.text.contains(text),
            "{text:?} is not in {} {}",
            self.status,
            self.text
        );
    }

    /// The page does not have this text.
    #[track_caller]
    pub fn hides(&self, text: &str) {
        assert!(!self.text.contains(text), "{text} is in {}", self.text);
    }

    /// A header's text, or empty.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

async fn answer(request: RequestBuilder) -> Answer {
    heard(request).await.unwrap()
}

/// The whole answer; one that breaks off is none.
async fn heard(request: RequestBuilder) -> Result<Answer, reqwest::Error> {
    let response = request.send().await?;
    let headers = response.headers().clone();
    let location = headers.get("location");
    let status = response.status().as_u16();
    let bytes = response.bytes().await?.to_vec();
    Ok(Answer {
        status,
        location: location.map_or_else(String::new, |to| to.to_str().unwrap().to_owned()),
        headers,
        text: String::from_utf8_lossy(&bytes).into_owned(),
        bytes,
    })
}

/// As a browser writes a form's field.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

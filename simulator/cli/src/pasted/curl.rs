//! A `curl` command line, as a browser, a log or a report gives it.

use galleria_marketplace::delivery::Header;
use galleria_protocol::Params;

use super::address::{of_address, start};
use super::{PasteError, Request, curl_options, quoting};

/// Reads a command line.
pub(crate) fn of_curl(command: &str) -> Result<Request, PasteError> {
    let command = command.trim().trim_start_matches("$ ");
    if command.contains("^\"") {
        return Err(PasteError::CmdQuoting);
    }
    let words = shlex::split(&quoting::plain(command)).ok_or(PasteError::OpenQuote)?;
    let mut words = words.into_iter();
    let name = words.next().ok_or(PasteError::Empty)?;
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    if !matches!(file, "curl" | "curl.exe") {
        return Err(PasteError::NotCurl(start(&name)));
    }
    let mut call = Call::default();
    while let Some(word) = words.next() {
        if ends_command(&word) {
            break;
        }
        call.take(&word, &mut words)?;
    }
    call.finish()
}

/// Whether the shell would end the command here: a pipe, a redirection, another command.
fn ends_command(word: &str) -> bool {
    matches!(word, "|" | "||" | "&" | "&&" | ";")
        || word.trim_start_matches(['1', '2']).starts_with('>')
}

/// What a command line has told so far.
#[derive(Default)]
struct Call {
    addresses: Vec<String>,
    method: Option<String>,
    headers: Vec<Header>,
    /// The pieces of the body.
    data: Vec<String>,
    /// What `--url-query` adds to the query.
    query: Vec<String>,
    /// Whether the body is sent as the query (`-G`).
    data_as_query: bool,
    has_form: bool,
    switches: Vec<String>,
}

impl Call {
    /// Takes in one word, and its value where it has one.
    fn take(
        &mut self,
        word: &str,
        rest: &mut impl Iterator<Item = String>,
    ) -> Result<(), PasteError> {
        if let Some(name) = word.strip_prefix("--") {
            if curl_options::takes_value(name) {
                return self.set(name, &rest.next().unwrap_or_default());
            }
            self.switches.push(name.to_owned());
            return Ok(());
        }
        let Some(letters) = word.strip_prefix('-').filter(|letters| !letters.is_empty()) else {
            self.addresses.push(word.to_owned());
            return Ok(());
        };
        for (at, letter) in letters.char_indices() {
            if let Some(name) = curl_options::long_name(letter) {
                let glued = &letters[at + letter.len_utf8()..];
                let value = match glued {
                    "" => rest.next().unwrap_or_default(),
                    glued => glued.to_owned(),
                };
                return self.set(name, &value);
            }
            let long = match letter {
                'G' => "get",
                'I' => "head",
                _ => continue,
            };
            self.switches.push(long.to_owned());
        }
        Ok(())
    }

    /// Takes in an option with its value; most options say nothing of what is sent.
    fn set(&mut self, name: &str, value: &str) -> Result<(), PasteError> {
        match name {
            "url" => self.addresses.push(value.to_owned()),
            "request" => self.method = Some(value.to_owned()),
            "header" => self.headers.extend(header(value)),
            "data" | "data-ascii" | "data-binary" | "json" => {
                if let Some(path) = value.strip_prefix('@') {
                    return Err(PasteError::BodyFromFile(start(path)));
                }
                self.data.push(value.to_owned());
            }
            "data-raw" => self.data.push(value.to_owned()),
            "data-urlencode" => self.data.push(encoded(value)?),
            "url-query" => self.query.push(match value.strip_prefix('+') {
                Some(raw) => raw.to_owned(),
                None => encoded(value)?,
            }),
            "form" | "form-string" => self.has_form = true,
            _ => {}
        }
        Ok(())
    }

    /// The call that curl would make.
    fn finish(mut self) -> Result<Request, PasteError> {
        let is_set = |switches: &[String], name: &str| switches.iter().any(|switch| switch == name);
        self.data_as_query |= is_set(&self.switches, "get");
        let mut request = of_address(&self.address()?)?;
        let body = (!self.data.is_empty()).then(|| self.data.join("&"));
        if self.data_as_query {
            self.query.extend(body.clone());
        } else {
            request.body = body.clone().map(String::into_bytes);
        }
        for piece in &self.query {
            if !request.query.is_empty() {
                request.query.push('&');
            }
            request.query.push_str(piece);
        }
        let sends = self.has_form || (body.is_some() && !self.data_as_query);
        let usual = match () {
            () if sends => "POST",
            () if is_set(&self.switches, "head") => "HEAD",
            () => "GET",
        };
        request.method = self.method.unwrap_or_else(|| usual.to_owned());
        request.headers = self.headers;
        Ok(request)
    }

    /// The one address. The value of an option that is not known may stand among the words, so
    /// what looks like an address goes before what does not.
    fn address(&self) -> Result<String, PasteError> {
        let whole = |word: &&String| word.contains("://");
        let mut likely: Vec<&String> = self.addresses.iter().filter(whole).collect();
        if likely.is_empty() {
            likely = self.addresses.iter().collect();
        }
        match likely[..] {
            [] => Err(PasteError::NoAddress),
            [one] if one.contains("://") => Ok(one.clone()),
            // curl takes http for granted.
            [one] => Ok(format!("http://{one}")),
            _ => {
                let all: Vec<String> = likely.iter().map(|word| start(word)).collect();
                Err(PasteError::SeveralAddresses(all.join(", ")))
            }
        }
    }
}

fn header(line: &str) -> Option<Header> {
    let (name, value) = line.split_once(':')?;
    Some(Header {
        name: name.trim().to_owned(),
        value: value.trim().to_owned(),
    })
}

/// What `--data-urlencode` makes of its value: `content`, `=content` or `name=content`.
fn encoded(value: &str) -> Result<String, PasteError> {
    let (name, content) = value.split_once('=').unwrap_or(("", value));
    if name.is_empty() && content.starts_with('@') && !value.starts_with('=') {
        return Err(PasteError::BodyFromFile(start(&content[1..])));
    }
    let mut params = Params::new();
    params.push("", content);
    // curl writes a blank as %20, and a name as it stands.
    let content = params.to_query().split_off(1).replace('+', "%20");
    Ok(match name {
        "" => content,
        name => format!("{name}={content}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(command: &str) -> Request {
        of_curl(command).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    #[test]
    fn a_call_copied_from_a_browser_is_read() {
        let request = read(
            "curl 'https://a.example/p?a=1&b=%2B' \\\n  -H 'accept: */*' --header \"X-Y:z\" \\\n  --compressed --insecure",
        );
        assert_eq!(request.method, "GET");
        assert_eq!(request.address, "https://a.example/p");
        assert_eq!(request.query, "a=1&b=%2B");
        let headers: Vec<_> = request
            .headers
            .iter()
            .map(|h| (&*h.name, &*h.value))
            .collect();
        assert_eq!(headers, [("accept", "*/*"), ("X-Y", "z")]);
    }

    #[test]
    fn options_are_told_from_the_address_wherever_they_stand() {
        for command in [
            "$ curl -sSLi --max-time 5 -o /tmp/x 'http://a.example/?a=1' | jq .",
            "curl --location --request GET http://a.example/?a=1 > answer.http",
            "/usr/bin/curl -XGET --url \"http://a.example/?a=1\"",
            "curl --made-up-option value http://a.example/?a=1",
            "curl -i a.example/?a=1",
        ] {
            let request = read(command);
            assert_eq!(request.method, "GET", "{command}");
            assert_eq!(
                (&*request.address, &*request.query),
                ("http://a.example/", "a=1")
            );
        }
    }

    #[test]
    fn a_body_makes_a_post_and_may_be_sent_as_the_query() {
        let post = read("curl http://a.example/ -d a=1 --data-raw '@b'");
        assert_eq!(post.method, "POST");
        assert_eq!(post.body.as_deref(), Some(&b"a=1&@b"[..]));
        let get = read("curl -G http://a.example/?z=0 -d a=1 --data-urlencode 'b=x y+'");
        assert_eq!(get.method, "GET");
        assert_eq!((get.query.as_str(), get.body), ("z=0&a=1&b=x%20y%2B", None));
        assert_eq!(read("curl -X PUT http://a.example/ -d x").method, "PUT");
        assert_eq!(read("curl -I http://a.example/").method, "HEAD");
    }

    #[test]
    fn commands_that_say_no_call_are_told() {
        for (command, told) in [
            ("wget http://a.example/", "no curl command"),
            ("curl 'http://a.example/", "not closed"),
            ("curl -i", "names no address"),
            (
                "curl http://a/ http://b/",
                "several addresses (http://a/, http://b/)",
            ),
            ("curl http://a/ -d @body.json", "from a file (body.json)"),
            ("curl ^\"http://a/^\"", "cURL (bash)"),
        ] {
            let error = of_curl(command).unwrap_err().to_string();
            assert!(error.contains(told), "{command}: {error}");
        }
    }
}

//! `exchanges.csv`: a line a call, for a spreadsheet. Times are in microseconds.

use galleria_scenarios::transcript::Exchange;

use crate::formats::{Format, FormatError};
use crate::report::RunReport;
use crate::words::{came_of, on_one_line, role};

/// The columns.
const HEAD: [&str; 19] = [
    "call",
    "scenario",
    "step",
    "attempt",
    "activity",
    "role",
    "test",
    "method",
    "url",
    "status",
    "came_of",
    "detail",
    "answer_bytes",
    "started_us",
    "connect_us",
    "tls_us",
    "first_byte_us",
    "last_byte_us",
    "tls",
];

/// The format `csv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn file_name(&self) -> &'static str {
        "exchanges.csv"
    }

    fn render(&self, report: &RunReport) -> Result<Vec<u8>, FormatError> {
        report.begun()?;
        write(report).map_err(|reason| FormatError::Writer {
            format: "csv",
            reason,
        })
    }
}

fn write(report: &RunReport) -> Result<Vec<u8>, String> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table
        .write_record(HEAD)
        .map_err(|error| error.to_string())?;
    for exchange in report.exchanges() {
        let cells = row(exchange);
        let cells = cells.iter().map(|text| cell(text));
        table
            .write_record(cells)
            .map_err(|error| error.to_string())?;
    }
    table.into_inner().map_err(|error| error.to_string())
}

fn row(exchange: &Exchange) -> [String; HEAD.len()] {
    let timings = exchange.timings;
    let answer = exchange.response.as_ref();
    let figure = |figure: Option<u64>| figure.map_or_else(String::new, |figure| figure.to_string());
    [
        exchange.id.to_string(),
        exchange.scenario.clone(),
        exchange.step.to_string(),
        exchange.attempt.to_string(),
        exchange.intent.activity.clone(),
        role(exchange).unwrap_or_default(),
        exchange.intent.test.to_string(),
        exchange.request.method.clone(),
        exchange.request.url(),
        figure(answer.map(|answer| u64::from(answer.status))),
        came_of(exchange),
        exchange.detail.clone().unwrap_or_default(),
        figure(answer.map(|answer| answer.body.bytes)),
        timings.started_us.to_string(),
        figure(timings.connect_us),
        figure(timings.tls_us),
        figure(timings.first_byte_us),
        timings.last_byte_us.to_string(),
        exchange
            .tls
            .as_ref()
            .map_or_else(String::new, |tls| tls.version.clone()),
    ]
}

/// A cell on one line that no spreadsheet takes for a formula: `=`, `+`, `-` and `@` begin one.
fn cell(text: &str) -> String {
    let text = on_one_line(text);
    if text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula_or_breaks_its_line() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(cell("@a\nb"), "'@a\\nb");
        assert_eq!(cell("200 accepted"), "200 accepted");
    }
}

//! The seller from outside: what a marketplace sees on the connection.

#[cfg(test)]
mod faults;
#[cfg(test)]
mod flows;
#[cfg(test)]
mod history;
#[cfg(test)]
mod kit;
#[cfg(test)]
mod market;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod registry;
#[cfg(test)]
mod repeats;
#[cfg(test)]
mod server;
#[cfg(test)]
mod test_calls;
#[cfg(test)]
mod variations;
#[cfg(test)]
mod wire_forms;

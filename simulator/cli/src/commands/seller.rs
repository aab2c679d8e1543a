//! `galleria seller`: the reference seller on a port.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use galleria_marketplace::clock::Clock;
use galleria_scenarios::proof::KEY;
use galleria_scenarios::suggest;
use galleria_scenarios::verdict::ExitCode;
use galleria_seller::agents::AgentConfig;
use galleria_seller::door::Tls;
use galleria_seller::kit::TEST_PUBLIC_KEY;
use galleria_seller::{
    ACTIVATION_PATH, Behaviour, EFFECTS_PATH, Effects, Entry, Reference, Seller, SellerConfig,
    Server, agents, faults, login, variations,
};

use super::interrupt::signal;
use super::runtime;
use crate::args::SellerArgs;
use crate::error::CliError;
use crate::output::Terminal;
use crate::settings;

pub(super) fn seller(args: &SellerArgs, terminal: Terminal) -> Result<ExitCode, CliError> {
    if args.list {
        terminal.print_said(&list())?;
        return Ok(ExitCode::Held);
    }
    let (behaviour, what) = behaviour(args)?;
    if !args.path.starts_with('/') {
        return Err(CliError::usage(format!(
            "--path `{}` must begin with a slash",
            args.path
        )));
    }
    let key = settings::key_or(&args.key, KEY)?;
    let kit = settings::kit_of_seller(&args.kit, &key)?;
    let notices = settings::notices_of_seller(&args.notices, &key)?;
    let shared = settings::credentials(&args.access)?;
    let agents = AgentConfig {
        access: shared.access,
        secret: shared.secret,
        ..AgentConfig::default()
    };
    hand_out_public_key(args.kit.kit_public_key_out.as_deref())?;
    let open_api = args.open_api.as_deref();
    let open_api = open_api.map(|base| settings::open_api(base, &args.access));
    let open_api = open_api.transpose()?;
    runtime()?.block_on(async {
        let clock = Clock::system();
        let config = SellerConfig {
            behaviour,
            seed: args.seed,
            path: args.path.clone(),
            open_api,
            kit,
            notices,
            agents,
            now: Arc::new(move || clock.now()),
            ..SellerConfig::new(key)
        };
        let seller = match &args.state {
            Some(path) => Seller::open(config, path)
                .map_err(|error| CliError::usage(format!("the state cannot be used: {error}")))?,
            None => Seller::new(config),
        };
        hand_out_authority(&seller, args.ca_out.as_deref())?;
        let door = seller.behaviour().door();
        let unbound = |flag: &'static str, port: u16| {
            let listen = args.listen;
            move |error| {
                CliError::usage(format!(
                    "cannot listen on {listen}:{port}: {error}; choose another {flag}"
                ))
            }
        };
        let effects = match args.probe_port {
            Some(port) => {
                let bound = Effects::bind((args.listen, port), seller.clone()).await;
                Some(bound.map_err(unbound("--probe-port", port))?)
            }
            None => None,
        };
        let server = Server::bind((args.listen, args.port), seller).await;
        let server = server.map_err(unbound("--port", args.port))?;
        let broken = |reason| CliError::System {
            what: "the listening socket",
            reason,
        };
        let address = server.local_addr().map_err(broken)?;
        let scheme = if door.tls == Tls::Absent { "http" } else { "https" };
        let path = &args.path;
        let mut told = format!("{what} listens on {scheme}://{address}{path}\n");
        if let Some(origin) = door.origin {
            let _ = writeln!(
                told,
                "check it as: galleria check --url {origin}{path} --resolve {address} --allow-target {}",
                door.host()
            );
        }
        if let Some(effects) = effects {
            let address = effects.local_addr().map_err(broken)?;
            let _ = writeln!(
                told,
                "count its instances with: --effect-probe 'http://{address}{EFFECTS_PATH}?orderId={{orderId}}'"
            );
            let _ = writeln!(
                told,
                "enter licence codes with: --activate 'http://{address}{ACTIVATION_PATH}?license={{license}}'"
            );
            tokio::spawn(effects.run());
        }
        terminal.print_said(&told)?;
        server.run_until(signal()).await;
        Ok(ExitCode::Held)
    })
}

/// Writes the public half of the kit's test key to the file that was asked for, which must be new.
fn hand_out_public_key(file: Option<&Path>) -> Result<(), CliError> {
    let Some(file) = file else { return Ok(()) };
    let unwritable =
        |error| CliError::usage(format!("{}: {error}; name a new file", file.display()));
    let mut new = File::create_new(file).map_err(unwritable)?;
    new.write_all(TEST_PUBLIC_KEY.as_bytes())
        .map_err(unwritable)
}

/// Writes the authority that vouches for the seller to the file that was asked for.
fn hand_out_authority(seller: &Seller, file: Option<&Path>) -> Result<(), CliError> {
    let Some(file) = file else { return Ok(()) };
    let authority = seller.authority_pem();
    let authority = authority.map_err(|error| CliError::Bug(error.to_string()))?;
    let Some(authority) = authority else {
        return Err(CliError::usage(
            "--ca-out is for sellers with TLS, such as --variation https",
        ));
    };
    std::fs::write(file, authority)
        .map_err(|error| CliError::usage(format!("{}: {error}", file.display())))
}

fn behaviour(args: &SellerArgs) -> Result<(Arc<dyn Behaviour>, String), CliError> {
    // Faults and variations of the login and of agents have tables of their own.
    let of_parts = [
        ("fault", &args.fault, login::faults::find as fn(&str) -> _),
        ("variation", &args.variation, login::variations::find),
        ("fault", &args.fault, agents::faults::find),
        ("variation", &args.variation, agents::variations::find),
    ];
    for (kind, name, find) in of_parts {
        if let Some(entry) = name.as_deref().and_then(find) {
            let what = format!("the seller with the {kind} {}", entry.name);
            return Ok(((entry.make)(), what));
        }
    }
    let (kind, name, table) = match (&args.fault, &args.variation) {
        (Some(name), _) => ("fault", name, faults::all()),
        (None, Some(name)) => ("variation", name, variations::all()),
        (None, None) => return Ok((Arc::new(Reference), "the reference seller".to_owned())),
    };
    let found = table.iter().find(|entry| entry.name == name);
    let entry = found.ok_or_else(|| {
        let hint = suggest::hint(name, table.iter().map(|entry| entry.name));
        CliError::usage(format!(
            "there is no {kind} `{name}`{hint} (see galleria seller --list)"
        ))
    })?;
    Ok(((entry.make)(), format!("the seller with the {kind} {name}")))
}

fn list() -> String {
    let mut text = String::new();
    let tables = [("Faults", faults::all()), ("Variations", variations::all())];
    for (title, table) in tables {
        let width = table
            .iter()
            .map(|entry| entry.name.len())
            .max()
            .unwrap_or_default();
        let _ = writeln!(text, "{title} ({}):", table.len());
        for Entry { name, about, .. } in table {
            let _ = writeln!(text, "  {name:width$}  {about}");
        }
        text.push('\n');
    }
    let tables = [
        ("Faults of the login", login::faults::all()),
        ("Variations of the login", login::variations::all()),
        ("Faults of agents", agents::faults::all()),
        ("Variations of agents", agents::variations::all()),
    ];
    for (title, table) in tables {
        let _ = writeln!(text, "{title} ({}):", table.len());
        for Entry { name, about, .. } in table {
            let _ = writeln!(text, "  {name:32}  {about}");
        }
        text.push('\n');
    }
    text
}

//! The command `galleria`.

fn main() -> std::process::ExitCode {
    galleria::main()
}

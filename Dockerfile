# galleria in a small image without a shell, as a user without rights:
#   docker build --tag galleria .
#   docker run --rm --network host --env GALLERIA_KEY --volume "$PWD:/work" \
#       --user "$(id -u):$(id -g)" galleria check --url http://127.0.0.1:8080/produceAPI
FROM rust:1.95-bookworm AS build
WORKDIR /source
COPY . .
RUN cargo build --release --locked --package galleria

# With a shell, for CI that runs scripts in its images: docker build --target ci .
FROM debian:bookworm-slim AS ci
COPY --from=build /source/target/release/galleria /usr/local/bin/galleria
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["galleria"]

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /source/target/release/galleria /usr/local/bin/galleria
WORKDIR /work
ENTRYPOINT ["galleria"]
CMD ["check"]

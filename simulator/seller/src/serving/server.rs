//! A seller on a TCP address.

use std::future::{self, Future};
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::task::JoinSet;

use crate::seller::Seller;
use crate::waiting;

/// How long calls that are being answered may go on once the server ends.
const GRACE: Duration = Duration::from_secs(5);

/// A bound listener and the seller behind it.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    seller: Seller,
}

impl Server {
    /// Binds `address`; port 0 takes a free one, see [`Server::local_addr`].
    pub async fn bind(address: impl ToSocketAddrs, seller: Seller) -> io::Result<Server> {
        Ok(Server {
            listener: TcpListener::bind(address).await?,
            seller,
        })
    }

    /// The address that was bound.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until the seller stops listening.
    pub async fn run(self) {
        self.run_until(future::pending()).await;
    }

    /// Serves until `signal` is ready or the seller stops listening; either is for good. Calls
    /// that are being answered have five seconds more, then every connection is closed.
    pub async fn run_until(self, signal: impl Future<Output = ()>) {
        let Server { listener, seller } = self;
        let listening = seller.listening();
        let open = listening.open();
        let mut signal = pin!(signal);
        let mut stopped = pin!(listening.stopped());
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                () = &mut signal => break,
                () = &mut stopped => break,
                Some(_) = connections.join_next() => {}
                accepted = listener.accept() => match accepted {
                    Ok((socket, _)) => {
                        // An answer is one small packet: waiting to fill it only costs time.
                        let _ = socket.set_nodelay(true);
                        let seller = seller.clone();
                        connections.spawn(async move { seller.welcome(socket).await });
                    }
                    // Out of file handles, most likely: ending some connection gives one back.
                    Err(_) => waiting::pause(Duration::from_millis(10)).await,
                },
            }
        }
        drop(listener);
        drop(open);
        listening.stop().await;
        let answered = async { while connections.join_next().await.is_some() {} };
        tokio::select! {
            () = answered => {}
            // What is still unanswered is cut off when `connections` is dropped.
            () = waiting::pause(GRACE) => {}
        }
    }
}

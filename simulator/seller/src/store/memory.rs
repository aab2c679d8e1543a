//! The store as two maps behind one lock.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Instance, OrderKey, Purchased, Store};

/// Everything in memory; forgotten when the seller ends.
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<Books>);

/// The two maps.
#[derive(Debug, Default)]
pub(super) struct Books {
    /// Order to instance id: the unique index of this store.
    pub(super) orders: BTreeMap<OrderKey, String>,
    pub(super) instances: BTreeMap<String, Instance>,
}

impl Books {
    /// See [`Store::purchase`].
    pub(super) fn purchase(
        &mut self,
        order: &OrderKey,
        make: &mut dyn FnMut() -> Instance,
    ) -> Purchased {
        let known = self.orders.get(order).and_then(|id| self.instances.get(id));
        if let Some(instance) = known {
            return Purchased::Repeat(instance.clone());
        }
        let instance = make();
        self.orders.insert(order.clone(), instance.id.clone());
        self.instances.insert(instance.id.clone(), instance.clone());
        Purchased::First(instance)
    }

    /// See [`Store::instances_of`].
    pub(super) fn instances_of(&self, order: &str) -> usize {
        let instances = self.instances.values();
        instances.filter(|one| one.order_id == order).count()
    }
}

impl MemoryStore {
    fn books(&self) -> MutexGuard<'_, Books> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn purchase(&self, order: &OrderKey, make: &mut dyn FnMut() -> Instance) -> Purchased {
        self.books().purchase(order, make)
    }

    fn change(&self, id: &str, change: &mut dyn FnMut(&mut Instance)) -> bool {
        self.books().instances.get_mut(id).map(change).is_some()
    }

    fn instances(&self) -> Vec<Instance> {
        self.books().instances.values().cloned().collect()
    }

    fn instances_of(&self, order: &str) -> usize {
        self.books().instances_of(order)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::credentials::Login;
    use crate::store::Condition;

    pub(in crate::store) fn instance(id: &str) -> Instance {
        Instance {
            id: id.to_owned(),
            order_id: "order".to_owned(),
            customer_id: "customer".to_owned(),
            product_id: None,
            sku_code: None,
            metered: false,
            trial: false,
            expire_time: None,
            login: Login {
                user_name: String::new(),
                password: String::new(),
            },
            condition: Condition::default(),
            applied: BTreeSet::new(),
            pending: 0,
        }
    }

    #[test]
    fn threads_buying_one_order_make_one_instance() {
        let store = MemoryStore::default();
        let order = OrderKey("CS1".to_owned());
        let firsts: usize = std::thread::scope(|scope| {
            let buyers: Vec<_> = (0..16)
                .map(|n| {
                    let (store, order) = (&store, &order);
                    scope.spawn(move || {
                        let bought = store.purchase(order, &mut || instance(&format!("id-{n}")));
                        usize::from(matches!(bought, Purchased::First(_)))
                    })
                })
                .collect();
            buyers.into_iter().map(|buyer| buyer.join().unwrap()).sum()
        });
        assert_eq!(firsts, 1);
        assert_eq!(store.instances().len(), 1);
    }

    #[test]
    fn repeat_keeps_first_instance() {
        let store = MemoryStore::default();
        let order = OrderKey("CS1".to_owned());
        store.purchase(&order, &mut || instance("one"));
        let again = store.purchase(&order, &mut || instance("two"));
        assert_eq!(again, Purchased::Repeat(instance("one")));
    }

    #[test]
    fn unknown_instance_is_not_changed() {
        let store: &dyn Store = &MemoryStore::default();
        assert_eq!(store.with_instance("none", |_| ()), None);
    }
}

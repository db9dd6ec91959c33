//! Work shared among threads, its results in the order in which it was given.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use mubin::Memory;

/// What becomes of each item. There are as many threads as memories; each keeps its own from one call to the next.
pub fn map<T: Sync, R: Send>(items: &[T], memories: &mut [Memory], work: impl Fn(&mut Memory, &T) -> R + Sync) -> Vec<R> {
    if let ([memory], _) | ([memory, ..], [_]) = (&mut *memories, items) {
        return items.iter().map(|item| work(memory, item)).collect();
    }
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(items.len()));
    std::thread::scope(|scope| {
        for memory in memories {
            scope.spawn(|| {
                while let Some((i, item)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|i| Some((i, items.get(i)?))) {
                    let result = work(memory, item);
                    results.lock().unwrap_or_else(PoisonError::into_inner).push((i, result));
                }
            });
        }
    });
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    results.sort_by_key(|&(i, _)| i);
    results.into_iter().map(|(_, result)| result).collect()
}

/// A memory for each of so many threads.
pub fn memories(threads: usize) -> Vec<Memory> {
    std::iter::repeat_with(Memory::new).take(threads.max(1)).collect()
}

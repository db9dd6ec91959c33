//! Work shared among threads, what comes of it in the order in which it was given.
//!
//! Each thread takes the next item when it is free, so that none waits at the end of a batch for the slowest. What is done before its turn
//! waits on a desk that holds only so much: a slow item holds up the others when the desk is full, and memory stays bounded.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use mubin::Memory;

/// So much may wait for its turn, by the weight that is given to it.
const ROOM: usize = 32 << 20;

/// Works on one item after another until there is none, in as many threads as there are memories, each of which keeps its own. `put`
/// is called in the order of the items; where it fails, no more is taken. `weight` is what a result takes, in bytes.
pub fn ordered<T: Send, R: Send, E>(
    memories: &mut [Memory],
    mut next: impl FnMut() -> Option<T> + Send,
    work: impl Fn(&mut Memory, T) -> R + Sync,
    weight: impl Fn(&R) -> usize + Sync,
    mut put: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if let [memory] = memories {
        while let Some(item) = next() {
            put(work(memory, item))?;
        }
        return Ok(());
    }
    let source = Mutex::new((0usize, next));
    let take = || {
        let (number, next) = &mut *source.lock().unwrap_or_else(PoisonError::into_inner);
        let item = next()?;
        *number += 1;
        Some((*number - 1, item))
    };
    let desk = Desk::new(memories.len());
    std::thread::scope(|scope| {
        for memory in memories {
            scope.spawn(|| {
                let _place = Place(&desk);
                while let Some((number, item)) = if desk.is_closed() { None } else { take() } {
                    let made = work(memory, item);
                    let weight = weight(&made);
                    desk.hand_in(number, made, weight);
                }
            });
        }
        while let Some(made) = desk.collect() {
            if let Err(error) = put(made) {
                desk.close();
                return Err(error);
            }
        }
        Ok(())
    })
}

/// Where results wait for their turn.
struct Desk<R> {
    state: Mutex<State<R>>,
    changed: Condvar,
}

struct State<R> {
    waiting: BTreeMap<usize, (usize, R)>,
    /// What all that waits weighs.
    weight: usize,
    /// Whose turn it is.
    turn: usize,
    /// Threads that may still hand something in.
    working: usize,
    closed: bool,
}

impl<R> Desk<R> {
    fn new(working: usize) -> Desk<R> {
        let state = State { waiting: BTreeMap::new(), weight: 0, turn: 0, working, closed: false };
        Desk { state: Mutex::new(state), changed: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets go of the state until `ready`.
    fn once(&self, ready: impl Fn(&State<R>) -> bool) -> MutexGuard<'_, State<R>> {
        self.changed.wait_while(self.state(), |state| !ready(state)).unwrap_or_else(PoisonError::into_inner)
    }

    /// Lays a result down as soon as there is room for it, or it is its turn.
    fn hand_in(&self, number: usize, made: R, weight: usize) {
        let mut state = self.once(|state| state.closed || state.turn == number || state.weight < ROOM);
        state.weight += weight;
        state.waiting.insert(number, (weight, made));
        self.changed.notify_all();
    }

    /// The result whose turn it is; none when all are done.
    fn collect(&self) -> Option<R> {
        let mut state = self.once(|state| state.closed || state.working == 0 || state.waiting.contains_key(&state.turn));
        let turn = state.turn;
        let (weight, made) = state.waiting.remove(&turn)?;
        state.turn += 1;
        state.weight -= weight;
        self.changed.notify_all();
        Some(made)
    }

    fn is_closed(&self) -> bool {
        self.state().closed
    }

    /// Nothing more is wanted.
    fn close(&self) {
        self.state().closed = true;
        self.changed.notify_all();
    }
}

/// A thread's place at the desk, left when the thread ends, however it does.
struct Place<'d, R>(&'d Desk<R>);

impl<R> Drop for Place<'_, R> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.working -= 1;
        state.closed |= std::thread::panicking();
        self.0.changed.notify_all();
    }
}

/// A memory for each of so many threads.
pub fn memories(threads: usize) -> Vec<Memory> {
    std::iter::repeat_with(Memory::new).take(threads.max(1)).collect()
}

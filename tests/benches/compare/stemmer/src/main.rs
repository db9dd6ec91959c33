//! The words of a file, each cut down to its Snowball stem: prints how many words there are, how many a stem shorter than the word was
//! found for, and the least milliseconds of many runs.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::time::Instant;

use rust_stemmers::{Algorithm, Stemmer};

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic() && !('\u{064B}'..='\u{0652}').contains(&c)).filter(|word| !word.is_empty())
}

fn main() {
    let file = std::env::args().nth(1).expect("the file is missing");
    let text = std::fs::read_to_string(&file).expect("the file cannot be read");
    let stemmer = Stemmer::create(Algorithm::Arabic);
    let begun = Instant::now();
    let mut least = f64::MAX;
    while begun.elapsed().as_secs_f64() < 2.0 {
        let start = Instant::now();
        let mut kept = DefaultHasher::new();
        words(&text).for_each(|word| stemmer.stem(word).hash(&mut kept));
        std::hint::black_box(kept.finish());
        least = least.min(start.elapsed().as_secs_f64() * 1000.0);
    }
    let cut = words(&text).filter(|word| stemmer.stem(word).len() < word.len()).count();
    println!("{{\"words\":{},\"known\":{cut},\"least\":{least}}}", words(&text).count());
}

//! Sorting by a number: one sort for nearly all that is sorted.
//!
//! A sort that compares items is compiled for each of their types, and takes ten kilobytes of the browser's binary each time; here the items
//! are put in the order of a number of each, which one sort finds for all of them. Equals keep their order.

/// Sorts by a number, ascending.
pub(crate) fn sort_by_number<T>(items: &mut Vec<T>, number: impl Fn(&T) -> u64) {
    let mut order: Vec<(u64, u32)> = items.iter().map(number).zip(0..).collect();
    if order.is_sorted() {
        return;
    }
    order.sort_unstable();
    let mut places: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.iter().filter_map(|&(_, at)| places.get_mut(at as usize)?.take()));
}

/// Sorts by a score, the highest first, in the total order of [`f32::total_cmp`].
pub(crate) fn best_first<T>(items: &mut Vec<T>, score: impl Fn(&T) -> f32) {
    sort_by_number(items, |item| u64::from(!rank(score(item))));
}

/// A number that ascends as scores do.
fn rank(score: f32) -> u32 {
    let bits = score.to_bits();
    if bits >> 31 == 0 { bits | 1 << 31 } else { !bits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_rank_as_they_compare() {
        let scores = [f32::NEG_INFINITY, -2.5, -1.0e-20, -0.0, 0.0, 1.0e-20, 0.7, 3.0e8, f32::INFINITY, f32::NAN];
        assert!(scores.windows(2).all(|pair| pair[0].total_cmp(&pair[1]).is_lt() && rank(pair[0]) < rank(pair[1])));
    }

    #[test]
    fn equals_keep_their_order() {
        let mut items = vec![("a", 1.0), ("b", 2.0), ("c", 1.0), ("d", 2.0), ("e", -1.0)];
        best_first(&mut items, |item| item.1);
        assert_eq!(items.iter().map(|item| item.0).collect::<String>(), "bdace");
        sort_by_number(&mut items, |item| u64::from(item.0.as_bytes()[0] / 2));
        assert_eq!(items.iter().map(|item| item.0).collect::<String>(), "abcde".chars().map(|c| c.to_string()).collect::<String>());
    }
}

/** The figures of the explanations, which are written in the reader's digits like all others. */
export const SCALES = {
  easy: 100, newsFrom: 60, newsTo: 75, hard: 50, low: 1, high: 7, once: 3, thousandfold: 6, shorter: 15, longer: 25, silent: 180, aloud: 138, whole: 1,
};

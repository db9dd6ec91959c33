/**
 * Values of time, ISO 8601 with the additions of TIMEX3, as people say them and as
 * stretches of days. What this does not know is shown as it is written.
 *
 * @import { Time } from "../engine/types.js"
 * @import { Translator } from "../i18n/index.js"
 */

const DAY = 86_400_000;
const MOMENT = /^(?<year>\d{2,4}X{0,2})(?:-(?:(?<month>\d\d)(?:-(?<day>\d\d))?|W(?<week>\d\d)|Q(?<quarter>[1-4])|H(?<half>[12])|(?<season>SP|SU|FA|WI)))?(?:T(?<clock>.+))?$/;
const CLOCK = /^(\d\d)(?::(\d\d))?(?::\d\d)?(Z)?$/;
const PARTS = /^(MO|MI|AF|EV|NI|DT)$/;
const DURATION = /^P(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?$/;
/** With a year, month or day that the text leaves open. */
const OPEN = /^XXXX(?:-(?:W(?<week>XX)|(?<season>SP|SU|FA|WI)|(?<month>XX|\d\d)(?:-(?<day>XX|\d\d))?))?(?:T(?<clock>.+))?$/;
const BEFORE = /^BC(?:(?<century>\d\d)XX|(?<year>\d{4}))$/;
const UNITS = /** @type {const} */ ({ Y: "year", M: "month", W: "week", D: "day", TH: "hour", TM: "minute", TS: "second" });
const WEEKDAY = /^XXXX-WXX-([1-7])(?:T(.+))?$/;
/** A season's first month. */
const SEASONS = /** @type {Record<string, number>} */ ({ SP: 3, SU: 6, FA: 9, WI: 12 });

/** @typedef {{ from: number, to: number }} Days  since 1970, the second excluded */

/**
 * @param {number} year
 * @param {number} month  1 to 12, or beyond
 * @param {number} day
 */
function dayOf(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY);
}

/**
 * @param {number} year
 * @param {number} week
 */
function mondayOf(year, week) {
  const fourth = dayOf(year, 1, 4); // is always in the first week
  const weekday = (((fourth + 3) % 7) + 7) % 7; // the first day of 1970 was a Thursday
  return fourth - weekday + 7 * (week - 1);
}

/**
 * @param {string} value
 * @returns {Days | null} null for what is no place on the calendar
 */
export function daysOf(value) {
  const [first, last, more] = value.split("/");
  if (more !== undefined) return null;
  if (last !== undefined) {
    const [from, to] = [daysOf(first), daysOf(last)];
    return from && to && to.to > from.from ? { from: from.from, to: to.to } : null;
  }
  const found = MOMENT.exec(value)?.groups;
  if (!found) return null;
  const { year: written, month, day, week, quarter, half, season } = found;
  const year = Number(written.replaceAll("X", "0"));
  const span = written.endsWith("XX") ? 100 : written.endsWith("X") ? 10 : written.length === 2 ? 100 : 1;
  if (written.length === 2) return { from: dayOf(year * 100, 1, 1), to: dayOf(year * 100 + span, 1, 1) };
  if (day) return { from: dayOf(year, Number(month), Number(day)), to: dayOf(year, Number(month), Number(day) + 1) };
  if (month) return { from: dayOf(year, Number(month), 1), to: dayOf(year, Number(month) + 1, 1) };
  if (week) return { from: mondayOf(year, Number(week)), to: mondayOf(year, Number(week)) + 7 };
  const months = quarter ? [Number(quarter) * 3 - 2, 3] : half ? [Number(half) * 6 - 5, 6] : season ? [SEASONS[season], 3] : null;
  if (months) return { from: dayOf(year, months[0], 1), to: dayOf(year, months[0] + months[1], 1) };
  return { from: dayOf(year, 1, 1), to: dayOf(year + span, 1, 1) };
}

/** @param {number} day */
export const dateOf = (day) => new Date(day * DAY);

/**
 * A value in the words of the page's language.
 * @param {string} value
 * @param {Translator} t
 * @param {boolean} [recurs]  it is how often something happens
 * @returns {string}
 */
export function whenText(value, t, recurs = false) {
  const [first, last, more] = value.split("/");
  if (more !== undefined) return value;
  if (last !== undefined) return t.text("when.between", { from: governed(whenText(first, t), t), to: governed(whenText(last, t), t) });
  const length = durationText(value, t);
  if (length !== null) return recurs ? t.text("when.each", { length: governed(length, t) }) : length;
  return clockOnly(value, t) ?? weekdayText(value, t, recurs) ?? momentText(value, t) ?? openText(value, t) ?? value;
}

/**
 * What is meant by a time of the text.
 * @param {Pick<Time, "type" | "value" | "calendar">} time
 * @param {Translator} t
 */
export const timeText = ({ type, value, calendar }, t) => (
  calendar === "hijri" && value === "XXXX" ? t.text("when.open.hijri") : whenText(value, t, type === "set"));

/**
 * What is known of a time that is not wholly known.
 * @param {string} value
 * @param {Translator} t
 */
function openText(value, t) {
  if (value.endsWith("_REF")) return t.known("when.ref", value.slice(0, -4));
  const before = BEFORE.exec(value)?.groups;
  if (before) return before.century ? t.text("when.centuryBefore", { n: Number(before.century) + 1 }) : t.text("when.yearBefore", { year: digitsOf(Number(before.year), t) });
  const found = OPEN.exec(value)?.groups;
  if (!found) return null;
  const { week, season, month, day, clock } = found;
  const open = (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) => withClock(t.text(`when.open.${key}`, values), clock, t);
  const known = (/** @type {Intl.DateTimeFormatOptions} */ options) => t.date(new Date(Date.UTC(2024, Number(month) - 1, Number(day ?? 1))), options);
  if (season) return open(season);
  if (week) return open("week");
  if (!month) return open("year");
  if (month === "XX") return day === undefined ? open("month") : day === "XX" ? open("day") : open("dayOfMonth", { n: Number(day) });
  return open("dated", { date: day && day !== "XX" ? known({ day: "numeric", month: "long" }) : known({ month: "long" }) });
}

/**
 * @param {number} year
 * @param {Translator} t
 */
const digitsOf = (year, t) => t.date(new Date(Date.UTC(year, 5, 1)), { year: "numeric" });

/**
 * After a preposition the dual is no longer what `Intl` writes.
 * @param {string} said
 * @param {Translator} t
 */
const governed = (said, t) => (t.lang === "ar" ? said.replace(/ان$/, "ين") : said);

/**
 * @param {string} value
 * @param {Translator} t
 */
function durationText(value, t) {
  if (!DURATION.test(value)) return null;
  const [days, hours = ""] = value.slice(1).split("T");
  const parts = [["", days], ["T", hours]].flatMap(([sign, run]) => Array.from(run.matchAll(/([\d.]+)([A-Z])/g), ([, n, unit]) => (
    t.unit(Number(n), UNITS[/** @type {keyof typeof UNITS} */ (sign + unit)]))));
  return parts.length ? t.list(parts) : null;
}

/**
 * @param {string} value
 * @param {Translator} t
 */
const clockOnly = (value, t) => (value.startsWith("T") ? clockText(value.slice(1), t) : null);

/**
 * @param {string} clock
 * @param {Translator} t
 */
function clockText(clock, t) {
  if (PARTS.test(clock)) return t.text(`when.part.${clock}`);
  const found = CLOCK.exec(clock);
  if (!found) return null;
  const [, hour, minute = "00", zulu] = found;
  const said = t.date(new Date(Date.UTC(2000, 0, 1, Number(hour), Number(minute))), { hour: "numeric", minute: "2-digit" });
  return zulu ? t.text("when.gmt", { clock: said }) : said;
}

/**
 * @param {string} value
 * @param {Translator} t
 * @param {boolean} recurs
 */
function weekdayText(value, t, recurs) {
  const found = WEEKDAY.exec(value);
  if (!found) return null;
  const day = t.date(dateOf(mondayOf(2024, 1) + Number(found[1]) - 1), { weekday: "long" });
  return withClock(recurs ? t.text("when.every", { day }) : day, found[2], t);
}

/**
 * @param {string} value
 * @param {Translator} t
 */
function momentText(value, t) {
  const found = MOMENT.exec(value)?.groups;
  const days = daysOf(value);
  if (!found || !days) return null;
  const { year, month, day, week, quarter, half, season, clock } = found;
  const date = dateOf(days.from);
  const digits = (/** @type {number} */ n) => digitsOf(n, t);
  if (day) return withClock(t.date(date, { day: "numeric", month: "long", year: "numeric" }), clock, t);
  if (month) return t.date(date, { month: "long", year: "numeric" });
  if (week) return t.text("when.week", { date: t.date(date, { day: "numeric", month: "long", year: "numeric" }) });
  if (quarter) return t.text(`when.quarter.${quarter}`, { year: digits(Number(year)) });
  if (half) return t.text(`when.half.${half}`, { year: digits(Number(year)) });
  if (season) return t.text(`when.season.${season}`, { year: digits(Number(year)) });
  if (year.endsWith("XX") || year.length === 2) return t.text("when.century", { n: Number(year.slice(0, 2)) + 1 });
  if (year.endsWith("X")) return t.text("when.decade", { year: digits(Number(year.replace("X", "0"))) });
  return digits(Number(year));
}

/**
 * @param {string} said
 * @param {string | undefined} clock
 * @param {Translator} t
 */
function withClock(said, clock, t) {
  const at = clock && clockText(clock, t);
  return at ? t.text("when.dayAndClock", { day: said, clock: at }) : said;
}

/**
 * A day as the Hijri calendar of Umm al-Qura counts it.
 * @param {Days} days
 * @param {Translator} t
 * @returns {string | null} null where no single day is meant
 */
export const hijriDay = ({ from, to }, t) => (
  to - from > 1 ? null : t.date(dateOf(from), { day: "numeric", month: "long", year: "numeric" }, "islamic-umalqura"));

/**
 * The same of a time of the text.
 * @param {Time} time
 * @param {Translator} t
 * @returns {string | null} null where the text does not count so
 */
export function hijriText({ calendar, value }, t) {
  const days = calendar === "hijri" && !value.includes("/") ? daysOf(value) : null;
  return days && hijriDay(days, t);
}

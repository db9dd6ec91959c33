/**
 * Where one has moved to on the map: the view, the width of the frame, and which pin
 * is opened. It outlives redraws and is no part of the page's state, since nothing
 * else depends on it.
 *
 * @import { Host } from "../host.js"
 * @import { View } from "./gestures.js"
 */

/** @typedef {typeof import("../atlas.js")} Atlas */
/** @typedef {ReturnType<typeof createMapDesk>} MapDesk */

/** By how much a key or a button moves the map, in pixels, and brings it closer. */
const STEP = 48;
const CLOSER = 1.6;
/** @type {View} */
const WHOLE = { k: 1, x: 0, y: 0 };
/** An arrow uncovers what lies on its side. */
const ARROWS = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] });

/**
 * @param {() => void} redraw
 * @param {Host} host
 */
export function createMapDesk(redraw, { frame: page, signal }) {
  const pen = document.createElement("canvas").getContext("2d");
  /** @type {ReturnType<Atlas["createGestures"]> | null} */
  let gestures = null;
  /** @type {Atlas | null} */
  let atlas = null;
  /** @type {Element | undefined} */
  let frame;
  /** What is charted now. @type {import("../atlas.js").Chart | null} */
  let charted = null;
  /** @type {string | null} */
  let shown = null;
  const observer = new ResizeObserver(([{ contentRect: { width } }]) => {
    if (width === 0 || width === desk.width) return;
    desk.width = width;
    gestures?.put(desk.view);
    redraw();
  });
  document.fonts.addEventListener("loadingdone", () => frame && redraw(), { signal });
  signal.addEventListener("abort", () => observer.disconnect());

  const desk = {
    view: WHOLE,
    /** Of the frame, in pixels; a guess before it stands. */
    width: 400,
    /** The places of a pin that do not come apart, by their ids. @type {number[]} */
    opened: [],
    /**
     * The frame has come or gone.
     * @param {Element | undefined} element
     */
    attach(element) {
      if (frame) observer.unobserve(frame);
      frame = element;
      gestures = null;
      if (!(element instanceof HTMLElement) || !atlas) return;
      gestures = atlas.createGestures(element, {
        width: atlas.WIDTH, height: atlas.HEIGHT, reach: atlas.REACH, calm: matchMedia("(prefers-reduced-motion: reduce)").matches,
        moved(view) {
          desk.view = view;
          redraw();
        },
      });
      if (charted) gestures.limit(charted.furthest, charted.closest);
      if (desk.view !== WHOLE) queueMicrotask(() => gestures?.put(desk.view));
      observer.observe(element);
    },
    /**
     * Another chart is seen as a whole.
     * @param {import("../atlas.js").Chart} chart
     * @param {Atlas} from
     */
    about(chart, from) {
      atlas = from;
      if (charted === chart) return;
      charted = chart;
      desk.view = WHOLE;
      desk.opened = [];
      queueMicrotask(() => {
        gestures?.limit(chart.furthest, chart.closest);
        gestures?.put(desk.view);
      });
    },
    /**
     * Brings a place into the frame when it has just been chosen.
     * @param {string | null} id
     * @param {{ x: number, y: number } | undefined} point  in units
     * @param {{ WIDTH: number, HEIGHT: number }} size
     */
    follow(id, point, { WIDTH, HEIGHT }) {
      if (shown === id) return;
      shown = id;
      if (!point) return;
      const { k, x, y } = desk.view;
      const [left, top] = [point.x * k + x, point.y * k + y];
      if (left > 0 && left < WIDTH && top > 0 && top < HEIGHT) return;
      queueMicrotask(() => gestures?.put({ k, x: WIDTH / 2 - point.x * k, y: HEIGHT / 2 - point.y * k }));
    },
    closer: () => gestures?.zoomBy(CLOSER),
    further: () => gestures?.zoomBy(1 / CLOSER),
    whole: () => gestures?.put(WHOLE),
    /** @param {View} view */
    go: (view) => gestures?.put(view),
    /** @param {number[]} ids */
    open(ids) {
      desk.opened = desk.opened.join() === ids.join() ? [] : ids;
      redraw();
    },
    /** @param {KeyboardEvent} event */
    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const arrow = ARROWS[event.key];
      const act = arrow ? () => gestures?.panBy(...arrow, desk.view.k)
        : "+=".includes(event.key) ? desk.closer : "-_".includes(event.key) ? desk.further : "0\u0660".includes(event.key) ? desk.whole : null;
      if (!act) return;
      event.preventDefault();
      act();
    },
    /**
     * The width of a name in pixels.
     * @param {string} text
     */
    measure(text) {
      if (!pen) return text.length * 9;
      const style = getComputedStyle(page);
      pen.font = `${style.fontSize} ${style.getPropertyValue("--naskh")}`;
      return pen.measureText(text).width;
    },
  };
  return desk;
}

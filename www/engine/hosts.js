/**
 * Where the engine runs: in a worker where one can be had, else on the calling
 * thread. The worker starts while the binary still comes. One that is blocked, broken or silent is no error, then the work is done here; only a
 * binary that fits neither is.
 *
 * @import { AnalyzerOptions } from "./types.js"
 */

import { PageHost } from "./page-host.js";
import { WorkerHost } from "./worker-host.js";

/**
 * @param {Promise<WebAssembly.Module>} module
 * @param {Exclude<AnalyzerOptions["worker"], true | undefined>} worker
 * @param {(host: WorkerHost, signal: AbortSignal) => Promise<void>} offer  what a worker is given before it has said that it runs, until
 *   the signal says that it does not
 */
export async function findHost(module, worker, offer) {
  if (typeof worker === "function" || (worker !== false && typeof Worker === "function")) {
    const host = new WorkerHost(module, worker);
    const failed = new AbortController();
    const offered = offer(host, failed.signal);
    try {
      const version = await host.start();
      await offered;
      return { host, version };
    } catch {
      failed.abort();
      // The calling thread takes over, and says so where there is no binary.
    }
  }
  const host = new PageHost(module);
  return { host, version: await host.start() };
}

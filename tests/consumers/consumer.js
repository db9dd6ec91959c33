/**
 * A consumer as it is at home: a folder outside the repository, with the package
 * unpacked from what `npm pack` makes of it, and its tools linked from where they
 * are installed. Nothing is fetched.
 */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const npm = join(dirname(process.execPath), "npm");

/** @typedef {{ folder: string, tarball: string, files: string[] }} Packed  the package lies unpacked in `folder/package` */

/** Makes and unpacks the tarball when it is first wanted, once for a file of tests, and removes it with all consumers at the end. */
export function packed() {
  /** @type {Promise<Packed> | undefined} */
  let made;
  after(async () => made && rm((await made).folder, { recursive: true, force: true }));

  async function make() {
    const folder = await mkdtemp(join(tmpdir(), "mubin-consumers-"));
    const { stdout } = await run(npm, ["pack", "--json", "--ignore-scripts", "--offline", "--pack-destination", folder, `${root}dist/npm`]);
    const [{ filename, files }] = /** @type {any[]} */ (Object.values(JSON.parse(stdout))); // a list, or by name, as versions of npm have it
    const tarball = join(folder, filename);
    await run("tar", ["-xzf", tarball, "-C", folder]);
    return { folder, tarball, files: files.map((/** @type {{ path: string }} */ { path }) => path) };
  }
  const pack = () => made ??= make();

  /**
   * @param {string} name  of a folder beside this file
   * @param {string[]} [tools]  packages it builds with
   * @returns {Promise<string>} its copy, with a slash at the end
   */
  async function consumer(name, tools = []) {
    const { folder } = await pack();
    const home = join(folder, name);
    await cp(join(root, "tests/consumers", name), home, { recursive: true });
    await cp(join(folder, "package"), join(home, "node_modules/mubin"), { recursive: true });
    for (const tool of tools) {
      const place = join(home, "node_modules", tool);
      await mkdir(dirname(place), { recursive: true });
      if (!existsSync(place)) await symlink(join(root, "www/node_modules", tool), place);
    }
    return `${home}/`;
  }
  return { pack, consumer };
}

/**
 * @param {string} home
 * @param {string} script
 * @param {string} [input]
 * @returns {Promise<string>} what it printed; fails where it wrote anything to standard error
 */
export async function runNode(home, script, input = "") {
  const running = run(process.execPath, [join(home, script)], { cwd: home, env: { PATH: process.env.PATH } });
  running.child.stdin?.end(input);
  const { stdout, stderr } = await running;
  if (stderr) throw new Error(`${script} wrote: ${stderr}`);
  return stdout;
}

/** @param {string} path */
export const moduleAt = (path) => import(pathToFileURL(path).href);

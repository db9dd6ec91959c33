/**
 * A consumer as it is at home: a folder outside the repository, with the package
 * unpacked from what `npm pack` makes of it, and its tools linked from where they
 * are installed. Nothing is fetched.
 */

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const npm = join(dirname(process.execPath), "npm");

/** Makes and unpacks the tarball once for a file of tests, and removes all consumers after it. */
export function packed() {
  /** @type {{ folder: string, tarball: string, files: string[], consumer: typeof consumer }} */
  const made = { folder: "", tarball: "", files: [], consumer };
  before(async () => {
    made.folder = await mkdtemp(join(tmpdir(), "mubin-consumers-"));
    const { stdout } = await run(npm, ["pack", "--json", "--ignore-scripts", "--offline", "--pack-destination", made.folder, `${root}dist/npm`]);
    const [{ filename, files }] = [JSON.parse(stdout)].flatMap((found) => (Array.isArray(found) ? found : Object.values(found)));
    made.tarball = join(made.folder, filename);
    made.files = files.map(({ path }) => path);
    await run("tar", ["-xzf", made.tarball, "-C", made.folder]);
  });
  after(() => rm(made.folder, { recursive: true, force: true }));

  /**
   * @param {string} name  of a folder beside this file
   * @param {string[]} [tools]  packages it builds with
   * @returns {Promise<string>} its copy, with a slash at the end
   */
  async function consumer(name, tools = []) {
    const home = join(made.folder, name);
    await cp(join(root, "tests/consumers", name), home, { recursive: true });
    await cp(join(made.folder, "package"), join(home, "node_modules/mubin"), { recursive: true });
    for (const tool of tools) {
      const place = join(home, "node_modules", tool);
      await mkdir(dirname(place), { recursive: true });
      await symlink(join(root, "www/node_modules", tool), place);
    }
    return `${home}/`;
  }
  return made;
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

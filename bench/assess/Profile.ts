import { writeFile } from 'node:fs/promises';
import { type Profiler, Session } from 'node:inspector/promises';
import path from 'node:path';

/** A function or a package, and the part of the CPU time that it took itself. */
export type Cost = { name: string; percent: number };

/** The costliest functions and packages. */
export type Costs = { functions: Cost[]; packages: Cost[] };

/** Profiles the CPU of this process. */
export class Profile {
  readonly #session = new Session();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.start');
  }

  /** Writes the profile to a file of a folder; returns what cost most. */
  async stop(folder: string, name: string): Promise<Costs> {
    const { profile } = await this.#session.post('Profiler.stop');
    this.#session.disconnect();
    const file = path.join(folder, `${name}.cpuprofile`);
    await writeFile(file, JSON.stringify(profile));
    return {
      functions: computeCosts(describeFunction, profile).slice(0, 20),
      packages: computeCosts(findPackage, profile).slice(0, 15),
    };
  }
}

type Frame = Profiler.ProfileNode['callFrame'];

function computeCosts(
  findGroup: (frame: Frame) => string,
  { nodes, samples, timeDeltas }: Profiler.Profile,
): Cost[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const spent = new Map<string, number>();
  let total = 0;
  samples?.forEach((id, n) => {
    const frame = frames.get(id);
    if (frame && frame.functionName !== '(idle)') {
      const time = timeDeltas?.[n] ?? 0;
      const group = findGroup(frame);
      total += time;
      spent.set(group, (spent.get(group) ?? 0) + time);
    }
  });
  return [...spent]
    .sort(([, a], [, b]) => b - a)
    .map(([name, time]) => ({ name, percent: (100 * time) / total }));
}

function describeFunction({ functionName, url, lineNumber }: Frame): string {
  const place = url.split('/').slice(-3).join('/');
  return `${functionName || '(anonymous)'} ${place}:${lineNumber + 1}`;
}

/** A package of npm, a folder of one of ours, or what Node does itself. */
function findPackage({ functionName, url }: Frame): string {
  const [, ours] =
    /plugins\/(?:dora-compliance-)?(.*\/src\/[^/]+)\//.exec(url) ?? [];
  const [, npm] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  return npm ?? ours ?? (url || functionName);
}

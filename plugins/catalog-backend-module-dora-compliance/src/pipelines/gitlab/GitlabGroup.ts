import { z } from 'zod';
import { DiscoveryError } from '../DiscoveryError';
import { readJson, type Question } from '../readAnswer';
import { GitlabProjectShape, type GitlabProject } from './GitlabProject';

/** Projects a page; each costs one more request for its CI file. */
const PER_PAGE = 20;

/** The projects of a group of GitLab and its subgroups. */
export class GitlabGroup {
  readonly #group: string;
  readonly #ask: (path: string) => Question;

  constructor(group: string, ask: (path: string) => Question) {
    this.#group = group;
    this.#ask = ask;
  }

  /**
   * Projects in the order of their ids. GitLab counts in pages, and a project
   * that is deleted moves those after it one place forward: so the page before
   * is looked at again for projects that moved there unread.
   */
  async page(
    cursor?: string,
  ): Promise<{ projects: GitlabProject[]; nextCursor?: string }> {
    const { page, after } = parseCursor(cursor);
    const { listed, more } = await this.#list(page);
    for (let before = page - 1; before > 0; before -= 1) {
      const earlier = (await this.#list(before)).listed;
      listed.push(...earlier);
      if (earlier.some(({ id }) => id <= after)) {
        break;
      }
    }
    const unread = new Map(
      listed
        .filter(({ id }) => id > after)
        .sort((a, b) => a.id - b.id)
        .map(project => [project.id, project]),
    );
    const last = [...unread.keys()].at(-1) ?? after;
    return {
      projects: [...unread.values()],
      nextCursor: more ? `${page + 1}.${last}` : undefined,
    };
  }

  async #list(page: number) {
    const query = new URLSearchParams({
      include_subgroups: 'true',
      with_shared: 'false',
      archived: 'false',
      order_by: 'id',
      sort: 'asc',
      per_page: String(PER_PAGE),
      page: String(page),
    });
    const group = encodeURIComponent(this.#group);
    const { value, headers } = await readJson(
      z.array(GitlabProjectShape),
      this.#ask(`/groups/${group}/projects?${query}`),
    );
    const next = headers.get('x-next-page')?.trim();
    const more = next === undefined ? value.length >= PER_PAGE : next !== '';
    if (next && next !== String(page + 1)) {
      throw new DiscoveryError(
        'unexpected',
        `GitLab names "${next.slice(0, 50)}" as the page after ${page}`,
      );
    }
    if (more && value.length === 0) {
      throw new DiscoveryError(
        'truncated',
        `GitLab's page ${page} of projects is empty although more follow`,
      );
    }
    return { listed: value, more };
  }
}

/** A cursor is the page to read and the last id before it. */
function parseCursor(cursor: string = '1.0'): { page: number; after: number } {
  const [, page, after] = /^([1-9]\d*)\.(\d+)$/.exec(cursor) ?? [];
  if (!page) {
    throw new DiscoveryError('unexpected', `no cursor: ${cursor}`);
  }
  return { page: Number(page), after: Number(after) };
}

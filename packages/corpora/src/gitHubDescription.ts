import path from 'node:path';
import { corporaFolder } from './corporaFolder';
import { readCorpusJson } from './readCorpusJson';

const FILE = 'github-rest/github-openapi-subset.json';

/** The path of GitHub's own OpenAPI description of a part of its API. */
export function gitHubDescriptionFile(): string {
  return path.join(corporaFolder(), FILE);
}

/**
 * Tells whether GitHub's description has a GET of a path, e.g.
 * `/repos/a/b/pulls`.
 */
export function gitHubDescribes(): (pathname: string) => boolean {
  const { paths } = readCorpusJson(FILE) as {
    paths: Record<string, { get?: unknown }>;
  };
  const known = Object.entries(paths)
    .filter(([, operations]) => operations.get)
    .map(([template]) => {
      const pattern = template
        .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
        .replace(/\{[^{}]+\}/g, '[^/]+');
      return new RegExp(`^${pattern}$`);
    });
  return pathname => known.some(pattern => pattern.test(pathname));
}

import { makeSha } from './FakeRepository';
import {
  counted,
  found,
  type Known,
  listing,
  type Reply,
  type Route,
} from './route';

/** Settings, contents, and what is known of artifacts. */
export const repositoryRoutes: Route[] = [
  [
    /^\/branches\/[^/]+\/protection$/,
    ({ settings }) =>
      found(settings.protection) ?? refused('Branch not protected'),
  ],
  [/^\/branches$/, ({ settings }) => ({ items: settings.branches })],
  [/^\/rules\/branches\/.+$/, ({ settings }) => ({ items: settings.rules })],
  [
    /^\/rulesets\/(\d+)$/,
    ({ settings }, [, id]) => found(settings.rulesets.get(Number(id))),
  ],
  [
    /^\/environments$/,
    ({ settings }) =>
      listing(settings.environments, { wrap: counted('environments') }),
  ],
  [
    /^\/environments\/[^/]+\/deployment-branch-policies$/,
    ({ settings }) =>
      listing(settings.branchPolicies, { wrap: counted('branch_policies') }),
  ],
  [
    /^\/collaborators$/,
    ({ settings: { outsiders, collaborators } }, _, query) =>
      listing(
        query.get('affiliation') === 'outside'
          ? outsiders
          : [...collaborators, ...outsiders],
      ),
  ],
  [/^\/orgs\/bank$/, ({ settings }) => ({ body: settings.organization })],
  [/^\/teams$/, ({ settings }) => ({ items: settings.teams })],
  [/^\/dependency-graph\/sbom$/, ({ settings }) => ({ body: settings.sbom })],
  [
    /^\/code-scanning\/analyses$/,
    ({ settings }) =>
      listing(settings.analyses) ?? refused('no analysis found'),
  ],
  [/^\/releases$/, ({ settings }) => ({ items: settings.releases })],
  [
    /^\/attestations\/(.+)$/,
    ({ settings }, [, digest = '']) =>
      listing(settings.attestations.get(digest), {
        byCursor: true,
        wrap: attestations => ({ attestations }),
      }),
  ],
  [/^\/contents\/?(.*)$/, (github, [, path = '']) => contents(github, path)],
];

function refused(message: string): Reply {
  return { status: 404, body: { message, status: '404' } };
}

function contents({ repository }: Known, path: string) {
  const text = repository.files.get(path);
  if (text !== undefined) {
    return { body: fileBody(path, text) };
  }
  const within = path === '' ? '' : `${path}/`;
  const names = [...repository.files.keys()]
    .filter(file => file.startsWith(within))
    .map(file => file.slice(within.length));
  const entries = new Map(
    names.map(name => [name.split('/')[0] ?? '', name.includes('/')]),
  );
  const body = [...entries].map(([name, isFolder]) => ({
    name,
    path: `${within}${name}`,
    type: isFolder ? 'dir' : 'file',
    sha: makeSha(`${within}${name}`),
  }));
  return path !== '' && body.length === 0 ? undefined : { body };
}

function fileBody(path: string, text: string) {
  const bytes = Buffer.from(text);
  return {
    type: 'file',
    name: path.split('/').at(-1),
    path,
    sha: makeSha(text),
    size: bytes.byteLength,
    encoding: 'base64',
    content: bytes.toString('base64').replace(/.{60}/g, '$&\n'),
  };
}

import { createHash } from 'node:crypto';

const ORGANIZATION = 'meridian-bank';

/** 40 hexadecimal digits that always stand for the same name. */
export function makeCommitSha(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}

/** A sha256 digest that always stands for the same name. */
export function makeDigest(name: string): string {
  return `sha256:${createHash('sha256').update(name).digest('hex')}`;
}

/** A number of up to nine digits that always stands for the same name. */
export function makeId(name: string): number {
  return parseInt(makeCommitSha(name).slice(0, 7), 16);
}

/** A UUID that always stands for the same name. */
export function makeUuid(name: string): string {
  const hex = makeCommitSha(name);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** An account as GitHub describes it. */
export function buildUser(login: string) {
  const url = `https://api.github.com/users/${login}`;
  return {
    login,
    id: makeId(login),
    node_id: `U_${login}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${makeId(login)}?v=4`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${login}`,
    repos_url: `${url}/repos`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

/** A repository of the bank as GitHub describes it. */
export function buildRepository(name: string) {
  const fullName = `${ORGANIZATION}/${name}`;
  return {
    id: makeId(fullName),
    node_id: `R_${name}`,
    name,
    full_name: fullName,
    private: true,
    owner: { ...buildUser(ORGANIZATION), type: 'Organization' },
    html_url: `https://github.com/${fullName}`,
    description: null,
    fork: false,
    url: `https://api.github.com/repos/${fullName}`,
    default_branch: 'main',
  };
}

/** Author or committer of a commit as a push describes it. */
export function buildPerson(login: string) {
  const name = login
    .split('-')
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
  return { name, email: `${login}@meridian.example`, username: login };
}
